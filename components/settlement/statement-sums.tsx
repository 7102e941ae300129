'use client';

import { useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import { Panel, type PanelQuery } from '@/components/ui/panel';
import { useFormat } from '@/components/use-format';
import type { Statement } from '@/lib/settlement/statement-schema';

/** From the two amounts to what is paid (settlement rule 6), one line a step. */
export function StatementSums({ query }: { query: PanelQuery<Statement> }) {
  const t = useTranslations('statements');
  return (
    <Panel title={t('sums')} note={t('sumsNote')} query={query}>
      {(statement) => (
        <table className="w-full">
          <tbody>
            <Steps statement={statement} />
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Steps({ statement: of }: { statement: Statement }) {
  const t = useTranslations('statements');
  const format = useFormat();
  const withheld = of.payee === 'individual';
  return (
    <>
      <Row name={t('videoAmount')} note={t('viewsCounted', { count: of.views })} won={of.videoAmount} />
      <Row name={t('adAmount')} note={t('adViewsCounted', { count: of.adViews })} won={of.adAmount} />
      <Row
        name={t('gross')}
        {...(of.adjustments !== 0 && { note: t('adjustmentsWithin', { amount: format.won(of.adjustments) }) })}
        won={of.total}
        strong
      />
      {of.carriedIn !== 0 && <Row name={t('carriedIn')} note={t('carriedInNote')} won={of.carriedIn} />}
      <Row
        name={t('incomeTax')}
        note={withheld ? t('incomeTaxNote', { rate: of.incomeTaxRate }) : t('businessNote')}
        won={0 - of.incomeTax}
      />
      <Row
        name={t('localTax')}
        {...(withheld && { note: t('localTaxNote', { rate: of.localTaxRate }) })}
        won={0 - of.localTax}
      />
      {of.carriedOut !== 0 && <Row name={t('carriedOut')} note={t('carriedOutNote')} won={0 - of.carriedOut} />}
      <Row name={t('net')} won={of.net} strong />
    </>
  );
}

type RowProps = { name: string; note?: string; won: number; strong?: boolean };

function Row({ name, note, won, strong = false }: RowProps) {
  const format = useFormat();
  return (
    <tr className="border-t first:border-t-0">
      <th scope="row" className={cx('py-2 text-left', strong ? 'font-semibold' : 'font-normal')}>
        {name}
        {note && <span className="block text-xs font-normal text-muted">{note}</span>}
      </th>
      <td className={cx('py-2 text-right align-top whitespace-nowrap', strong && 'text-lg font-semibold')}>
        {format.won(won)}
      </td>
    </tr>
  );
}
