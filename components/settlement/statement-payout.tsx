'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Panel } from '@/components/ui/panel';
import { Time } from '@/components/ui/time';
import { useFormat } from '@/components/use-format';
import { meQuery } from '@/lib/accounts/client';
import { bankName } from '@/lib/settlement/account-schema';
import type { Statement } from '@/lib/settlement/statement-schema';
import { PayoutBadge } from './payout-badge';

/** Whether the statement was paid, to which account, and the checksum that its lines had when the month was closed. */
export function StatementPayout({ statement }: { statement: Statement }) {
  const t = useTranslations('statements');
  const locale = useLocale();
  const { payout } = statement;
  const account = payout?.account;
  return (
    <Panel title={t('payout')}>
      <dl className="flex flex-col gap-3">
        <Fact name={t('payoutState')}>
          {payout ? <PayoutBadge payout={payout} /> : <NoPayout statement={statement} />}
        </Fact>
        {payout?.state === 'held' && (
          <Fact name={t('heldFor')}>{payout.reason === 'no-account' ? t('noAccount') : payout.reason}</Fact>
        )}
        {payout && (
          <Fact name={t('account')}>
            {account ? `${bankName(account.bank, locale)} ••••${account.last4} (${account.holder})` : t('noAccount')}
            <OwnAccount creatorId={statement.creator.id} />
          </Fact>
        )}
        {payout?.approvedAt && (
          <Fact name={t('approvedAt')}>
            <Time at={payout.approvedAt} />
          </Fact>
        )}
        {payout?.paidAt && (
          <Fact name={t('paidAt')}>
            <Time at={payout.paidAt} />
          </Fact>
        )}
        <Checked statement={statement} />
      </dl>
    </Panel>
  );
}

/** Whoever is paid finds the way to say where to. */
function OwnAccount({ creatorId }: { creatorId: number }) {
  const t = useTranslations('payoutAccount');
  const me = useQuery(meQuery());
  if (me.data?.id !== creatorId) return null;
  return (
    <Link href="/account#payout-account" className="block text-sm underline">
      {t('change')}
    </Link>
  );
}

function NoPayout({ statement }: { statement: Statement }) {
  const t = useTranslations('statements');
  return <span className="text-muted">{t(statement.state === 'final' ? 'nothingToPay' : 'paidAfterClosing')}</span>;
}

function Checked({ statement }: { statement: Statement }) {
  const t = useTranslations('statements');
  const format = useFormat();
  return (
    <>
      {statement.closedAt && (
        <Fact name={t('closedAt')}>
          <Time at={statement.closedAt} />
        </Fact>
      )}
      <Fact name={t('linesCounted')}>{format.number(statement.lines)}</Fact>
      <Fact name={t('checksum')}>
        <code className="font-mono text-sm break-all">{statement.checksum}</code>
      </Fact>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7rem_1fr] gap-x-4">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
