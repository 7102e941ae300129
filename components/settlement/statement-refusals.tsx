'use client';

import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import { useFormat } from '@/components/use-format';
import type { Reason } from '@/lib/events/codes';
import type { Statement } from '@/lib/settlement/statement-schema';

/** What was not paid and why (settlement rule 8): refused views and ad views of the month, by reason. */
export function StatementRefusals({ refusals }: { refusals: Statement['refusals'] }) {
  const t = useTranslations('statements');
  const reasons = useTranslations('reasons');
  const format = useFormat();
  return (
    <Panel title={t('refused')} note={t('refusedNote')}>
      {refusals.length === 0 && <p className="text-sm text-muted">{t('nothingRefused')}</p>}
      <ul>
        {refusals.map(({ type, reason, count }) => (
          <li key={`${type} ${reason}`} className="grid grid-cols-[1fr_auto] gap-x-4 border-t py-2 first:border-t-0">
            <span>
              <span className="font-medium">{reasons(`${reason as Reason}.name`)}</span>{' '}
              <span className="text-sm text-muted">{t(`types.${type}`)}</span>
              <span className="block text-sm text-muted">{reasons(`${reason as Reason}.rule`)}</span>
            </span>
            <span className="text-right">{format.number(count)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
