'use client';

import { useTranslations } from 'next-intl';
import { AdPicture } from '@/components/member/ad-picture';
import { AdText } from '@/components/member/ad-text';
import { Fact, Facts } from '@/components/operations/facts';
import { DayOf } from '@/components/ui/day-of';
import { Panel } from '@/components/ui/panel';
import { useFormat } from '@/components/use-format';
import type { Ad } from '@/lib/ads/schema';
import { addDays, calendarOf } from '@/lib/kernel/day';
import { ConditionText } from './condition-text';

/** What was registered: picture and text as members see them, reward, period, and who may join. */
export function AboutPanel({ ad }: { ad: Ad }) {
  const t = useTranslations('ads');
  const format = useFormat();
  return (
    <Panel title={t('about')}>
      <div className="flex flex-wrap items-start gap-4 pb-3">
        {ad.imageUrl !== null && (
          <div className="w-40 shrink-0">
            <AdPicture url={ad.imageUrl} />
          </div>
        )}
        <div className="min-w-0 grow basis-52">
          <AdText text={ad.text} />
        </div>
      </div>
      <div className="border-t">
        <Facts>
          <Fact name={t('reward')}>{t('points', { points: ad.rewardPoints })}</Fact>
          <Fact name={t('startDay')}>
            <time dateTime={ad.startsAt}>{format.dateTime(ad.startsAt)}</time>
          </Fact>
          <Fact name={t('endDay')}>
            <EndOf endsAt={ad.endsAt} />
          </Fact>
          <Fact name={t('who')}>
            {ad.eligibility.length === 0 && t('everyone')}
            <ul>
              {ad.eligibility.map((condition) => (
                <li key={JSON.stringify(condition)}>
                  <ConditionText condition={condition} />
                </li>
              ))}
            </ul>
          </Fact>
          <Fact name={t('registeredAt')}>
            <DayOf at={ad.createdAt} />
          </Fact>
        </Facts>
      </div>
    </Panel>
  );
}

/** Midnight is said as the end of the day before, which is how it was meant. */
function EndOf({ endsAt }: { endsAt: string }) {
  const t = useTranslations('ads');
  const format = useFormat();
  const { dayOf, startOf } = calendarOf(format.zone);
  const at = new Date(endsAt);
  const day = dayOf(at);
  const whole = startOf(day).getTime() === at.getTime();
  return (
    <time dateTime={endsAt}>
      {whole ? `${format.day(addDays(day, -1))} · ${t('endHint')}` : format.dateTime(endsAt)}
    </time>
  );
}
