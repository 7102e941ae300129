'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { useFormat } from '@/components/use-format';
import type { Day } from '@/lib/kernel/day';
import type { AppliedTariff, SettlementLine } from '@/lib/settlement/line-schema';
import { videoDayUrl } from './earnings-urls';
import { LineWorth } from './line-worth';

type LineRowProps = {
  line: SettlementLine;
  contentId: number;
  tariff: AppliedTariff | undefined;
  opens: boolean;
};

/** One line: its day, whose it was, what it covers, and how that becomes won. */
export function LineRow({ line, contentId, tariff, opens }: LineRowProps) {
  const t = useTranslations('earnings');
  const format = useFormat();
  const isAdjustment = line.forDay !== line.day;
  const day = format.day(line.day as Day, 'long');
  return (
    <li className="grid gap-x-6 gap-y-2 border-b px-4 py-3 last:border-b-0 md:grid-cols-[13rem_1fr_8rem]">
      <div className="flex flex-col gap-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {opens ? (
            <Link
              href={videoDayUrl(contentId, line.forDay as Day)}
              className="underline decoration-line underline-offset-4 hover:decoration-current"
            >
              {day}
            </Link>
          ) : (
            day
          )}
          {isAdjustment && <Badge tone="accent">{t('adjustment')}</Badge>}
          {!line.final && <Badge>{t('provisional')}</Badge>}
        </p>
        <p className="text-xs text-muted">
          {line.creator ? t('ownedBy', { name: line.creator.name }) : t('ownedByNobody')} ·{' '}
          {t('tariffVersion', { version: line.tariffVersion })}
        </p>
        {isAdjustment && <Why line={line} />}
      </div>
      <dl className="flex min-w-0 flex-col gap-2">
        <Part
          name={t('views')}
          before={line.viewsBefore}
          after={line.viewsAfter}
          steps={tariff?.video ?? []}
          won={line.videoAmount}
        />
        <Part
          name={t('adViews')}
          before={line.adViewsBefore}
          after={line.adViewsAfter}
          steps={tariff?.ad ?? []}
          won={line.adAmount}
        />
      </dl>
      <p className="text-right text-lg font-semibold">{format.won(line.total)}</p>
    </li>
  );
}

/** Which closed day an adjustment corrects, and what happened to it. */
function Why({ line }: { line: SettlementLine }) {
  const t = useTranslations('earnings');
  const format = useFormat();
  const [views, adViews] = [line.viewsAfter - line.viewsBefore, line.adViewsAfter - line.adViewsBefore];
  const kind = views >= 0 && adViews >= 0 ? 'late' : views <= 0 && adViews <= 0 ? 'voided' : 'both';
  return <p className="text-xs text-muted">{t(`why.${kind}`, { day: format.day(line.forDay as Day) })}</p>;
}

type PartProps = { name: string; before: number; after: number; steps: AppliedTariff['video']; won: number };

function Part({ name, before, after, steps, won }: PartProps) {
  const t = useTranslations('earnings');
  const format = useFormat();
  return (
    <div className="grid grid-cols-[1fr_auto] gap-x-4">
      <dt className="text-sm">
        <span className="mr-2 inline-block min-w-16 text-muted">{name}</span>
        <span className="whitespace-nowrap">
          {t('ordinals', { before: format.number(before), after: format.number(after) })}
        </span>{' '}
        <span className="whitespace-nowrap text-muted">({format.signed(after - before)})</span>
      </dt>
      <dd className="text-right">{format.won(won)}</dd>
      {before !== after && (
        <dd className="col-span-2">
          <LineWorth before={before} after={after} steps={steps} />
        </dd>
      )}
    </div>
  );
}
