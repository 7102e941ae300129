'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/frame/page-header';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { Time } from '@/components/ui/time';
import { statusQuery } from '@/lib/status/client';
import { ChecksList } from './checks-list';
import { CronsTable } from './crons-table';
import { DayFigures } from './day-figures';
import { FailuresList } from './failures-list';
import { ProcessFacts } from './process-facts';

/** What whoever runs Boxoffice looks at first: can it work, what waits, what failed. */
export function StatusScreen() {
  const t = useTranslations('status');
  const query = useQuery(statusQuery());
  const { data } = query;
  return (
    <>
      <PageHeader
        title={t('title')}
        note={data && <Checked at={data.checkedAt} />}
        action={data && <Badge tone={data.ready ? 'good' : 'bad'}>{t(data.ready ? 'ready' : 'notReady')}</Badge>}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
        <Panel title={t('checks')} query={query} flush>
          {({ checks }) => <ChecksList checks={checks} />}
        </Panel>
        <div className="flex flex-col gap-4">
          <Panel title={t('days')} query={query}>
            {({ database }) => (database ? <DayFigures {...database} /> : t('unknown'))}
          </Panel>
          <Panel title={t('crons')} query={query} flush>
            {({ database }) => <CronsTable crons={database?.crons ?? []} />}
          </Panel>
        </div>
        <Panel title={t('process')} note={t('processNote')} query={query}>
          {({ process }) => <ProcessFacts process={process} />}
        </Panel>
        <Panel title={t('failures')} query={query} flush>
          {({ database }) => <FailuresList failures={database?.failures ?? []} />}
        </Panel>
      </div>
    </>
  );
}

function Checked({ at }: { at: string }) {
  const t = useTranslations('status');
  return (
    <>
      {t('checkedAt')} <Time at={at} />
    </>
  );
}
