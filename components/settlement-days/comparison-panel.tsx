'use client';

import { useTranslations } from 'next-intl';
import { Panel, type PanelQuery } from '@/components/ui/panel';
import { Time } from '@/components/ui/time';
import { useFormat } from '@/components/use-format';
import { REASONS } from '@/lib/events/schema';
import type { ComparisonRun, DayComparison } from '@/lib/settlement/comparison-schema';
import { BeforeAfter } from './before-after';
import { ChangedVideos } from './changed-videos';

/** What a run would have changed at the moment of the newest comparison; nothing is shown before the first one. */
export function ComparisonPanel({ query }: { query: PanelQuery<ComparisonRun | null> }) {
  const t = useTranslations('settlementDays');
  const run = query.data;
  if (!run || run.state === 'running') return null;
  const note = t.rich('comparedAt', { time: () => <Time at={run.finishedAt ?? run.startedAt} /> });
  return (
    <Panel title={t('comparison')} note={note}>
      {run.result ? <Result result={run.result} /> : <p className="text-bad">{run.error}</p>}
    </Panel>
  );
}

function Result({ result }: { result: DayComparison }) {
  const t = useTranslations('settlementDays');
  const { added, removed, changed } = result.lines;
  const same = added + removed + changed + result.laterLinesChanged === 0 && result.verdicts.length === 0;
  const counts = result.before.views === result.after.views && result.before.adViews === result.after.adViews;
  if (same && counts) return <p>{t('nothingChanges')}</p>;
  return (
    <div className="grid items-start gap-x-8 gap-y-4 lg:grid-cols-2">
      <div className="flex flex-col gap-3">
        <BeforeAfter result={result} />
        <p className="text-sm text-muted">
          {t('linesChanged', { added, removed, changed })}
          {result.laterLinesChanged > 0 && ` ${t('laterLinesChanged', { count: result.laterLinesChanged })}`}
        </p>
        <Verdicts verdicts={result.verdicts} />
      </div>
      <ChangedVideos videos={result.videos} />
    </div>
  );
}

function Verdicts({ verdicts }: Pick<DayComparison, 'verdicts'>) {
  const t = useTranslations('settlementDays');
  const reasons = useTranslations('reasons');
  const format = useFormat();
  if (verdicts.length === 0) return null;
  const name = (reason: string | null) => {
    const known = REASONS.find((one) => one === reason);
    return known ? reasons(`${known}.name`) : (reason ?? t('counted'));
  };
  return (
    <div>
      <h3 className="mb-1 text-sm font-medium">{t('verdictsChanged')}</h3>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {verdicts.map(({ from, to, events }) => (
          <li key={`${from} ${to}`} className="whitespace-nowrap">
            {name(from)} → {name(to)} <span className="font-medium tabular-nums">{format.number(events)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
