'use client';

import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import type { Payout } from '@/lib/settlement/payout-schema';
import { PayoutState } from '@/lib/settlement/statement-schema';
import { PayoutActions } from './payout-actions';
import { StepDialog } from './step-dialog';
import { usePayoutColumns } from './use-payout-columns';
import type { PayoutStep } from './use-payout-step';

type PayoutsPanelProps = {
  query: {
    data: { pages: { items: Payout[] }[] } | undefined;
    error: unknown;
    isPlaceholderData: boolean;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    refetch: () => unknown;
    fetchNextPage: () => unknown;
  };
  state: Payout['state'] | null;
  onState: (state: Payout['state'] | null) => void;
  work: ReactNode;
};

/** The payouts, each with the steps that its state allows; a row opens its statement. */
export function PayoutsPanel({ query, state, onState, work }: PayoutsPanelProps) {
  const t = useTranslations('payouts');
  const [step, setStep] = useState<PayoutStep | null>(null);
  const states = [
    { value: 'all' as const, label: t('allStates') },
    ...PayoutState.options.map((value) => ({ value, label: t(`states.${value}`) })),
  ];
  const choice = (
    <Select
      toolbar
      aria-label={t('state')}
      options={states}
      value={state ?? 'all'}
      onChange={(next) => onState(next === 'all' ? null : next)}
    />
  );
  const actions = (
    <div className="flex flex-wrap items-center gap-2">
      {work}
      {choice}
    </div>
  );
  return (
    <Panel title={t('payouts')} flush actions={actions}>
      <DataTable
        label={t('payouts')}
        columns={usePayoutColumns()}
        rows={query.data?.pages.flatMap((page) => page.items)}
        rowId={(payout) => String(payout.id)}
        hrefOf={(payout) => `/settlement/statements/${payout.statementId}` as Route}
        actions={(payout) => <PayoutActions payout={payout} onAct={(verb) => setStep({ verb, payout })} />}
        empty={
          <EmptyState title={state ? t('noneInState') : t('noPayouts')}>
            {state ? null : <p>{t('noPayoutsHow')}</p>}
          </EmptyState>
        }
        error={query.error}
        onRetry={() => void query.refetch()}
        busy={query.isPlaceholderData}
        more={{ hasMore: query.hasNextPage, busy: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
      />
      <StepDialog step={step} onClose={() => setStep(null)} />
    </Panel>
  );
}
