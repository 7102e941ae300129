'use client';

import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { type PagedQuery, PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import type { Payout } from '@/lib/settlement/payout-schema';
import { PayoutState } from '@/lib/settlement/statement-schema';
import { PayoutActions } from './payout-actions';
import { StepDialog } from './step-dialog';
import { usePayoutColumns } from './use-payout-columns';
import type { PayoutStep } from './use-payout-step';

type PayoutsPanelProps = {
  query: PagedQuery<Payout>;
  state: Payout['state'] | null;
  onState: (state: Payout['state'] | null) => void;
  work: ReactNode;
};

/** The payouts, each with the steps that its state allows; a row opens its statement. */
export function PayoutsPanel({ query, state, onState, work }: PayoutsPanelProps) {
  const t = useTranslations('payouts');
  const [step, setStep] = useState<PayoutStep | null>(null);
  const actions = (
    <div className="flex flex-wrap items-center gap-2">
      {work}
      <FilterSelect
        label={t('state')}
        all={t('allStates')}
        options={PayoutState.options.map((value) => ({ value, label: t(`states.${value}`) }))}
        value={state}
        onChange={onState}
      />
    </div>
  );
  return (
    <Panel title={t('payouts')} flush actions={actions}>
      <PagedTable
        label={t('payouts')}
        query={query}
        columns={usePayoutColumns()}
        rowId={(payout) => String(payout.id)}
        hrefOf={(payout) => `/settlement/statements/${payout.statementId}` as Route}
        actions={(payout) => <PayoutActions payout={payout} onAct={(verb) => setStep({ verb, payout })} />}
        empty={
          <EmptyState title={state ? t('noneInState') : t('noPayouts')}>
            {state ? null : <p>{t('noPayoutsHow')}</p>}
          </EmptyState>
        }
      />
      <StepDialog step={step} onClose={() => setStep(null)} />
    </Panel>
  );
}
