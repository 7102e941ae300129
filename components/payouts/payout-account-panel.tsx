'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { Time } from '@/components/ui/time';
import { bankName, type PayoutAccount } from '@/lib/settlement/account-schema';
import { myAccountQuery } from '@/lib/settlement/payout-client';
import { PayoutAccountDialog } from './payout-account-dialog';

/** Where I am paid, and the way to change it. `#payout-account` of an address leads here. */
export function PayoutAccountPanel() {
  const t = useTranslations('payoutAccount');
  const [changing, setChanging] = useState(false);
  const query = useQuery(myAccountQuery());
  const account = query.data?.account ?? null;
  const button = (
    <Button size="small" onClick={() => setChanging(true)}>
      {account ? t('change') : t('add')}
    </Button>
  );
  return (
    <div id="payout-account" className="scroll-mt-16">
      <Panel title={t('title')} note={t('note')} query={query} actions={account ? button : null}>
        {(data) =>
          data.account ? (
            <Facts account={data.account} />
          ) : (
            <EmptyState title={t('none')} action={button}>
              <p>{t('noneHow')}</p>
            </EmptyState>
          )
        }
      </Panel>
      <PayoutAccountDialog account={account} open={changing} onClose={() => setChanging(false)} />
    </div>
  );
}

function Facts({ account }: { account: PayoutAccount }) {
  const t = useTranslations('payoutAccount');
  const locale = useLocale();
  const facts = [
    [t('bank'), bankName(account.bank, locale)],
    [t('number'), `···${account.last4}`],
    [t('holder'), account.holder],
    [t('payee'), t(account.payee)],
    ...(account.businessNumber ? [[t('businessNumber'), withHyphens(account.businessNumber)]] : []),
  ];
  return (
    <dl className="flex flex-col">
      {facts.map(([name, text]) => (
        <div key={name} className="flex items-baseline gap-4 border-b py-2">
          <dt className="w-32 shrink-0 text-sm text-muted">{name}</dt>
          <dd className="min-w-0 tabular-nums">{text}</dd>
        </div>
      ))}
      <div className="flex items-baseline gap-4 py-2">
        <dt className="w-32 shrink-0 text-sm text-muted">{t('changedAt')}</dt>
        <dd>
          <Time at={account.changedAt} />
        </dd>
      </div>
    </dl>
  );
}

/** `120-81-47521` of `1208147521`. */
const withHyphens = (digits: string) => digits.replace(/^(\d{3})(\d{2})(\d{5})$/, '$1-$2-$3');
