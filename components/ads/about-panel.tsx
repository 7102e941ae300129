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
  return (
    <Panel title={t('about')} note={ad.state === 'ended' && t('endedNote')}>
      <div className="flex flex-wrap items-start gap-4 pb-3">
        {ad.imageUrl !== null && (
          <div className="w-40 shrink-0 overflow-hidden rounded">
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
            <Moment at={ad.startsAt} />
          </Fact>
          <Fact name={t('endDay')}>
            <Moment at={ad.endsAt} ends />
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

/** Midnight is said as the day that begins or ends with it, which is how it was meant. */
function Moment({ at, ends = false }: { at: string; ends?: boolean }) {
  const t = useTranslations('ads');
  const format = useFormat();
  const { dayOf, startOf } = calendarOf(format.zone);
  const day = dayOf(new Date(at));
  const whole = startOf(day).getTime() === Date.parse(at);
  const wholeText = `${format.day(ends ? addDays(day, -1) : day)} · ${t(ends ? 'endHint' : 'startHint')}`;
  return <time dateTime={at}>{whole ? wholeText : format.dateTime(at)}</time>;
}
