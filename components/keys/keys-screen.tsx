'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useState } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { useZoneName } from '@/components/operations/use-zone-name';
import { Button } from '@/components/ui/button';
import { keysQuery } from '@/lib/accounts/client';
import type { ApiKey } from '@/lib/accounts/schema';
import type { Day } from '@/lib/kernel/day';
import { EditKeyDialog } from './edit-key-dialog';
import type { KeyVerb } from './key-actions';
import { KeySheet } from './key-sheet';
import { KeysPanel } from './keys-panel';
import { NewKeyDialog } from './new-key-dialog';
import { RevokeKeyDialog } from './revoke-key-dialog';
import { keysSearch } from './search';

/** What programs use Boxoffice with: made, shown once, changed, revoked. */
export function KeysScreen({ today }: { today: Day }) {
  const t = useTranslations('keys');
  const [search, setSearch] = useQueryStates(keysSearch, { history: 'replace' });
  const [doing, setDoing] = useState<{ verb: KeyVerb; key: ApiKey } | null>(null);
  const query = useInfiniteQuery(keysQuery());
  const items = query.data?.pages.flatMap((page) => page.items);
  const make = () => void setSearch({ new: true, key: null });
  const act = (verb: KeyVerb, key: ApiKey) =>
    verb === 'open' ? void setSearch({ key: key.id }) : setDoing({ verb, key });
  const stop = () => setDoing(null);
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note', { zone: useZoneName() })}
        action={
          <Button variant="primary" icon={Plus} onClick={make}>
            {t('new')}
          </Button>
        }
      />
      <KeysPanel query={query} onMake={make} onAct={act} />
      <KeySheet
        apiKey={items?.find((key) => key.id === search.key)}
        onAct={act}
        onClose={() => void setSearch({ key: null })}
      />
      <NewKeyDialog open={search.new} onClose={() => void setSearch({ new: false })} today={today} />
      {doing?.verb === 'edit' && <EditKeyDialog key={doing.key.id} apiKey={doing.key} onClose={stop} />}
      <RevokeKeyDialog apiKey={doing?.verb === 'revoke' ? doing.key : null} onClose={stop} />
    </>
  );
}
