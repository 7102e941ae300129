'use client';

import { useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import { useFormat } from '@/components/use-format';
import type { Top } from '@/lib/dashboard/schema';

type TopRowProps = {
  item: Top['items'][number];
  /** The value of the first row, whose line is the longest. */
  highest: number;
  /** The period has not ended, so its values are no match for the whole one before. */
  running: boolean;
  text: (value: number) => string;
  /** The class that colours the line: a metric has one colour everywhere. */
  color: string;
};

/** Belongs to whatever wraps a `TopRow`: a link or a button. */
export const TOP_ROW =
  'relative grid w-full grid-cols-[1.5rem_1fr_auto] items-baseline gap-x-2 rounded px-2 py-2 text-left hover:bg-sunken sm:grid-cols-[1.5rem_1fr_auto_7.5rem]';

/** One of the five: its rank, title and value, what it was before, and a line as long as its share. */
export function TopRow({ item: { rank, title, value, previousValue }, highest, running, text, color }: TopRowProps) {
  return (
    <>
      <span className="text-muted">{rank}</span>
      <span className="truncate">{title}</span>
      <span className="text-right font-medium">{text(value)}</span>
      <Before {...{ value, running, text }} previous={previousValue} />
      <span
        aria-hidden
        className={cx('absolute bottom-0.5 left-10 h-0.5 rounded', color)}
        style={{ width: `calc((100% - 3rem) * ${value / highest})` }}
      />
    </>
  );
}

type BeforeProps = { value: number; previous: number; running: boolean; text: (value: number) => string };

function Before({ value, previous, running, text }: BeforeProps) {
  const t = useTranslations('charts');
  const format = useFormat();
  const tone = previous === 0 || running ? 'text-muted' : value >= previous ? 'text-good' : 'text-bad';
  const change = running ? t('before', { value: text(previous) }) : format.change(value / previous - 1);
  return (
    <span className={cx('text-right text-sm whitespace-nowrap max-sm:col-span-3 max-sm:pl-8 max-sm:text-left', tone)}>
      {previous === 0 ? t('new') : change}
    </span>
  );
}
