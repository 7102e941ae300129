'use client';

import { useTranslations } from 'next-intl';
import { Time } from '@/components/ui/time';
import { useFormat } from '@/components/use-format';
import type { Integrity } from '@/lib/integrity/schema';
import { parseDay } from '@/lib/kernel/day';

/** All of it in one line, read aloud when it changes: how many hold, looked at when, over which days. */
export function Verdict({ integrity, checking }: { integrity: Integrity | undefined; checking: boolean }) {
  const t = useTranslations('integrity');
  const format = useFormat();
  const first = parseDay(integrity?.days[0] ?? '');
  const last = parseDay(integrity?.days.at(-1) ?? '');
  return (
    <span role="status">
      {integrity ? <Holding integrity={integrity} /> : checking && t('checking')}
      {integrity && (
        <>
          {' · '}
          {t.rich('checkedAt', {
            time: () => <Time at={integrity.checkedAt} />,
            zone: format.zoneName(new Date(integrity.checkedAt)),
          })}
        </>
      )}
      {integrity && first && last && (
        <>
          {' · '}
          {t('days', { count: integrity.days.length, range: format.dayRange({ from: first, to: last }) })}
        </>
      )}
    </span>
  );
}

function Holding({ integrity: { checks } }: { integrity: Integrity }) {
  const t = useTranslations('integrity');
  const broken = checks.filter((check) => check.ok === false).length;
  const unfinished = checks.filter((check) => check.ok === null).length;
  if (broken > 0)
    return <strong className="font-medium text-bad">{t('someBroken', { count: checks.length, broken })}</strong>;
  if (unfinished > 0)
    return <strong className="font-medium text-warn">{t('someUnfinished', { count: unfinished })}</strong>;
  return <strong className="font-medium text-good">{t('allHold', { count: checks.length })}</strong>;
}
