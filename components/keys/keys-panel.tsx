'use client';

import { KeyRound, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { CodeLine } from '@/components/ui/code-line';
import { EmptyState } from '@/components/ui/empty-state';
import { type PagedQuery, PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import type { ApiKey } from '@/lib/accounts/schema';
import { KeyActions, type KeyVerb } from './key-actions';
import { useKeyColumns } from './use-key-columns';

type KeysPanelProps = {
  query: PagedQuery<ApiKey>;
  onMake: () => void;
  onAct: (verb: KeyVerb, key: ApiKey) => void;
};

export function KeysPanel({ query, onMake, onAct }: KeysPanelProps) {
  const t = useTranslations('keys');
  return (
    <Panel title={t('list')} flush>
      <PagedTable
        label={t('list')}
        query={query}
        columns={useKeyColumns()}
        rowId={(key) => String(key.id)}
        onOpen={(key) => onAct('open', key)}
        actions={(key) => <KeyActions apiKey={key} onAct={(verb) => onAct(verb, key)} />}
        empty={<NoKeys onMake={onMake} />}
      />
    </Panel>
  );
}

function NoKeys({ onMake }: { onMake: () => void }) {
  const t = useTranslations('keys');
  return (
    <EmptyState
      icon={KeyRound}
      title={t('emptyTitle')}
      action={
        <Button icon={Plus} onClick={onMake}>
          {t('new')}
        </Button>
      }
    >
      <p>{t('emptyHow')}</p>
      <CodeLine code="npm run -s issue-key -- --name shop-server --scopes events:write,stats:read" />
    </EmptyState>
  );
}
