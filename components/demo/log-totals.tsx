import { useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/figure';
import type { DemoLog } from './demo-log';

const OUTCOMES = ['received', 'counted', 'refused', 'duplicate', 'rejected'] as const;

/** What became of everything that was sent: the first is the sum of the others. */
export function LogTotals({ totals }: { totals: DemoLog['totals'] }) {
  const t = useTranslations('demo.outcomes');
  return (
    <dl className="grid grid-cols-5 text-center">
      {OUTCOMES.map((outcome) => (
        <div key={outcome} className="flex flex-col-reverse border-r py-2 last:border-r-0">
          <dt className="text-xs text-muted">{t(outcome)}</dt>
          <dd className="text-lg font-semibold">
            <Figure value={totals[outcome]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
