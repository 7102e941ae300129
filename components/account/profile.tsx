'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import type { Me } from '@/lib/accounts/schema';

/** What Boxoffice knows about me. Name and address come from the sign-in; the member id is the platform's. */
export function Profile({ me }: { me: Me }) {
  const t = useTranslations('account');
  return (
    <dl className="flex flex-col">
      <Fact name={t('name')}>{me.name ?? '–'}</Fact>
      <Fact name={t('email')}>{me.email}</Fact>
      <Fact name={t('memberId')} note={t('memberIdNote')}>
        <span className="flex items-center gap-1">
          <code className="min-w-0 font-mono text-sm">{me.memberId}</code>
          <CopyButton text={me.memberId} label={t('copyMemberId')} />
        </span>
      </Fact>
    </dl>
  );
}

function Fact({ name, note, children }: { name: string; note?: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-x-4 border-b py-2 last:border-b-0 sm:flex-row sm:items-baseline">
      <dt className="w-32 shrink-0 text-sm text-muted">{name}</dt>
      <dd className="min-w-0">
        {children}
        {note && <p className="text-xs text-muted">{note}</p>}
      </dd>
    </div>
  );
}
