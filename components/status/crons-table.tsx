import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import type { CronState } from '@/lib/status/schema';

/** When each cron last began, and how that went. */
export function CronsTable({ crons }: { crons: CronState[] }) {
  const t = useTranslations('status');
  if (crons.length === 0) return <p className="border-t px-4 py-3 text-muted">{t('noCrons')}</p>;
  return (
    <ul className="divide-y border-t">
      {crons.map((cron) => (
        <li key={cron.name} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-2">
          <code className="font-mono text-sm">/api/cron/{cron.name}</code>
          <span className="mr-auto text-sm text-muted">
            <Time at={cron.beganAt} />
          </span>
          <Badge tone={toneOf(cron)}>{t(`cron.${standingOf(cron)}`)}</Badge>
          {standingOf(cron) === 'failed' && cron.error && (
            <span lang="en" className="w-full text-sm text-bad break-words">
              {cron.error}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function standingOf({ late, beganAt, endedAt, failedAt }: CronState): 'late' | 'failed' | 'running' | 'done' {
  if (failedAt !== null && failedAt >= beganAt) return 'failed';
  if (late) return 'late';
  return endedAt !== null && endedAt >= beganAt ? 'done' : 'running';
}

function toneOf(cron: CronState) {
  const standing = standingOf(cron);
  return standing === 'done' ? 'good' : standing === 'running' ? 'accent' : 'bad';
}
