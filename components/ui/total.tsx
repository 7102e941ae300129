'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/use-format';
import { cx } from './cx';
import { FigureCell } from './figure-row';

type TotalProps = {
  name: string;
  value: number | undefined;
  before: number | undefined;
  /** How it is written, when it is no plain number. */
  text?: (value: number) => string;
  note?: string | undefined;
};

/** One total of a row of figures, with its change against the range before. */
export function Total({ name, value, before, text, note }: TotalProps) {
  const format = useFormat();
  const written = value === undefined ? undefined : (text ?? format.number)(value);
  return <FigureCell name={name} value={written} note={note} beside={<Change value={value} before={before} />} />;
}

function Change({ value, before }: { value: number | undefined; before: number | undefined }) {
  const t = useTranslations('overview');
  const format = useFormat();
  if (value === undefined || before === undefined) return null;
  return (
    <span className={cx('text-sm', before === 0 ? 'text-muted' : value >= before ? 'text-good' : 'text-bad')}>
      {before === 0 ? t('noComparison') : format.change(value / before - 1)}
    </span>
  );
}
