'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { dayUrl } from '@/components/overview/urls';
import { LineWorth } from '@/components/settlement/line-worth';
import { LinkButton } from '@/components/ui/link-button';
import { Sheet } from '@/components/ui/sheet';
import { useFormat } from '@/components/use-format';
import { parseDay } from '@/lib/kernel/day';
import type { DayLine } from '@/lib/settlement/day-schema';
import { tariffsQuery } from '@/lib/settlement/days-client';
import type { TariffVersion } from '@/lib/settlement/tariff-schema';

/** A line, opened: its ordinals and the tariff behind each part, so that anybody can compute it again. */
export function LineSheet({ line, onClose }: { line: DayLine | undefined; onClose: () => void }) {
  const tariffs = useQuery({ ...tariffsQuery(), enabled: line !== undefined });
  const tariff = tariffs.data?.find(({ version }) => version === line?.tariffVersion);
  return (
    <Sheet open={line !== undefined} onOpenChange={onClose} title={line?.title ?? ''}>
      {line && <About line={line} />}
      {line && <Parts line={line} tariff={tariff} />}
      {line && <Doors line={line} />}
    </Sheet>
  );
}

function About({ line }: { line: DayLine }) {
  const t = useTranslations('settlementDays');
  const format = useFormat();
  const corrected = line.forDay === line.day ? null : parseDay(line.forDay);
  const creator = line.creatorName ?? t('nobody');
  return (
    <>
      <p className="text-sm text-muted">
        {t('lineAbout', { id: String(line.contentId), creator, version: line.tariffVersion })}
      </p>
      {corrected && <p className="mt-2 text-sm">{t('lineCorrects', { day: format.day(corrected) })}</p>}
    </>
  );
}

function Parts({ line, tariff }: { line: DayLine; tariff: TariffVersion | undefined }) {
  const t = useTranslations('settlementDays');
  const format = useFormat();
  const parts = [
    { name: t('views'), from: line.viewsBefore, to: line.viewsAfter, won: line.videoAmount, steps: tariff?.video },
    { name: t('adViews'), from: line.adViewsBefore, to: line.adViewsAfter, won: line.adAmount, steps: tariff?.ad },
  ];
  return (
    <dl className="mt-4 flex flex-col divide-y border-y">
      {parts.map(({ name, from, to, won, steps }) => (
        <div key={name} className="py-3">
          <div className="flex items-baseline justify-between gap-4">
            <dt className="font-medium">{name}</dt>
            <dd className="font-medium">{format.won(won)}</dd>
          </div>
          <dd className="text-sm text-muted">
            {t('ordinals', { from: format.number(from), to: format.number(to), count: format.number(to - from) })}
          </dd>
          <dd className="mt-1">{steps && <LineWorth before={from} after={to} steps={steps} />}</dd>
        </div>
      ))}
      <div className="flex items-baseline justify-between gap-4 py-3">
        <dt className="font-medium">{t('total')}</dt>
        <dd className="text-lg font-semibold">{format.won(line.total)}</dd>
      </div>
    </dl>
  );
}

/** Down to the events, and over to the day that is corrected. */
function Doors({ line }: { line: DayLine }) {
  const t = useTranslations('settlementDays');
  const forDay = parseDay(line.forDay);
  if (!forDay) return null;
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <LinkButton href={dayUrl(forDay, line.contentId)}>{t('openEvents')}</LinkButton>
      {line.forDay !== line.day && <LinkButton href={`/settlement/days/${forDay}`}>{t('openCorrected')}</LinkButton>}
    </div>
  );
}
