'use client';

import { useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/frame/page-header';
import { useShortcut } from '@/components/frame/shortcuts';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Panel } from '@/components/ui/panel';
import { integrityQuery } from '@/lib/integrity/client';
import { ChecksSkeleton } from './checks-skeleton';
import { IntegrityCheck } from './integrity-check';
import { Verdict } from './verdict';

/** What the product promises, looked at on live data. */
export function IntegrityScreen() {
  const t = useTranslations('integrity');
  const query = useQuery(integrityQuery());
  const again = () => void (query.isFetching || query.refetch());
  useShortcut('R', t('again'), again);
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        action={
          <Button variant="primary" icon={RefreshCw} busy={query.isFetching} onClick={again} aria-keyshortcuts="r">
            {t('again')}
            <span className="max-md:hidden">
              <Kbd keys="R" inverse />
            </span>
          </Button>
        }
      />
      <Panel
        title={t('list')}
        note={<Verdict integrity={query.data} checking={query.isFetching} />}
        query={query}
        skeleton={<ChecksSkeleton />}
        flush
      >
        {({ checks }) => (
          <ul className="divide-y border-t">
            {checks.map((check) => (
              <IntegrityCheck key={check.id} check={check} />
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}
