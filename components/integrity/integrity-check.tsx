'use client';

import { CircleCheck, CircleX, Timer } from 'lucide-react';
import { useMessages, useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import { useFormat } from '@/components/use-format';
import type { IntegrityResult } from '@/lib/integrity/schema';
import { Examples } from './examples';

type State = 'holds' | 'broken' | 'unfinished';

const ICONS = { holds: CircleCheck, broken: CircleX, unfinished: Timer };
const COLORS: Record<State, string> = { holds: 'text-good', broken: 'text-bad', unfinished: 'text-warn' };

/** One promise: whether it holds, how that was looked at, and where it does not. */
export function IntegrityCheck({ check }: { check: IntegrityResult }) {
  const t = useTranslations('integrity');
  const format = useFormat();
  const texts = useTexts(check);
  const state: State = check.ok === null ? 'unfinished' : check.ok ? 'holds' : 'broken';
  const Icon = ICONS[state];
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 px-4 py-3 md:grid-cols-[1.25rem_minmax(0,1fr)_13rem]">
      <Icon aria-hidden className={cx('size-5', COLORS[state])} />
      <div className="min-w-0">
        <h3 className="font-medium">{texts.title}</h3>
        <p className="max-w-prose text-sm text-muted">{texts.detail}</p>
        {state === 'unfinished' && <p className="mt-1 text-sm text-warn">{t('unfinishedNote')}</p>}
      </div>
      <p className="text-sm text-muted max-md:col-start-2 max-md:mt-1 md:text-right">
        <span className={cx('font-medium', COLORS[state])}>{t(`states.${state}`)}</span>
        <span className="md:block">
          <span className="md:hidden"> · </span>
          {check.rule}
          {texts.looked && ` · ${texts.looked}`}
          {` · ${format.duration(check.tookMilliseconds)}`}
        </span>
      </p>
      {check.breaches > 0 && (
        <div className="col-start-2 mt-2 min-w-0 md:col-end-4">
          <Examples check={check} />
        </div>
      )}
    </li>
  );
}

/** Our own texts where there are some; a check that is new speaks as the server does. */
function useTexts({ id, title, detail, looked }: IntegrityResult): { title: string; detail: string; looked: string } {
  const t = useTranslations('integrity.checks');
  const known = useMessages().integrity.checks;
  const isKnown = (name: string): name is keyof typeof known => name in known;
  if (!isKnown(id)) return { title, detail, looked: '' };
  return { title: t(`${id}.title`), detail: t(`${id}.detail`), looked: t(`${id}.looked`, { count: looked }) };
}
