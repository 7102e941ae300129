'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { v4 } from 'uuid';
import { PageHeader } from '@/components/frame/page-header';
import { Fact, Facts } from '@/components/operations/facts';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Panel } from '@/components/ui/panel';
import { Time } from '@/components/ui/time';
import type { Problem } from '@/lib/http/client';
import { redeemVoucher, voucherQuery } from '@/lib/shop/client';
import { groupedCode, voucherCodeIn } from '@/lib/shop/rules';
import type { Voucher } from '@/lib/shop/schema';
import { VoucherBadge } from './voucher-badge';

/** Staff type or scan a code, see what it is for, and redeem it, once. */
export function RedeemScreen({ scanned }: { scanned: string }) {
  const t = useTranslations('redeem');
  const [typed, setTyped] = useState(scanned);
  const [asked, setAsked] = useState(voucherCodeIn(scanned));
  const wrong = typed.trim() !== '' && asked === null && typed.replace(/[\s-]/g, '').length >= 16;
  const look = (event: FormEvent) => {
    event.preventDefault();
    setAsked(voucherCodeIn(typed));
  };
  const type = (text: string) => {
    setTyped(text);
    setAsked(voucherCodeIn(text));
  };
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <div className="flex max-w-xl flex-col gap-4">
        <form onSubmit={look} className="flex items-end gap-2">
          <Field label={t('code')} error={wrong ? t('mistyped') : undefined} className="grow">
            <Input
              value={typed}
              onChange={(event) => type(event.target.value)}
              placeholder="ABCD-EFGH-JKMN-PQRS"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              autoFocus
              className="font-mono uppercase"
            />
          </Field>
        </form>
        {asked !== null && <Found key={asked} code={asked} onNext={() => type('')} />}
      </div>
    </>
  );
}

function Found({ code, onNext }: { code: string; onNext: () => void }) {
  const t = useTranslations('redeem');
  const key = useRef(v4());
  const found = useQuery({ ...voucherQuery(code), refetchInterval: false });
  const redeem = useMutation<Voucher, Problem>({
    mutationFn: () => redeemVoucher({ code, key: key.current }),
    networkMode: 'always',
    onSettled: () => void found.refetch(),
  });
  const voucher = redeem.data ?? found.data;
  if (!voucher && found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <Panel title={voucher ? <span className="break-words">{voucher.productName}</span> : groupedCode(code)}>
      {voucher && <VoucherFacts voucher={voucher} />}
      <div className="mt-4 flex flex-col gap-3">
        {redeem.isSuccess && (
          <p role="status" className="rounded bg-good-soft px-3 py-2 font-medium text-good">
            {t('done')}
          </p>
        )}
        {redeem.error && <ErrorState error={redeem.error} compact />}
        {voucher?.state === 'valid' && !redeem.isSuccess ? (
          <Button variant="primary" busy={redeem.isPending} onClick={() => redeem.mutate()}>
            {t('redeem')}
          </Button>
        ) : (
          voucher && <Button onClick={onNext}>{t('next')}</Button>
        )}
      </div>
    </Panel>
  );
}

function VoucherFacts({ voucher }: { voucher: Voucher }) {
  const t = useTranslations('redeem');
  return (
    <Facts>
      <Fact name={t('state')}>
        <VoucherBadge state={voucher.state} />
      </Fact>
      <Fact name={t('code')}>
        <span className="font-mono">{groupedCode(voucher.code)}</span>
      </Fact>
      <Fact name={t('member')}>
        <span className="break-all">{voucher.memberId}</span>
      </Fact>
      <Fact name={t('bought')}>
        <Time at={voucher.issuedAt} />
      </Fact>
      {voucher.redeemedAt !== null && (
        <Fact name={t('redeemed')}>
          <Time at={voucher.redeemedAt} /> · {voucher.redeemedBy}
        </Fact>
      )}
    </Facts>
  );
}
