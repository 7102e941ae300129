'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import { mailSummaryQuery, mailsQuery } from '@/lib/mail/client';
import { MAIL_STATES } from '@/lib/mail/schema';
import { MailSheet } from './mail-sheet';
import { useMailColumns } from './use-mail-columns';

const outboxSearch = { state: parseAsStringLiteral(MAIL_STATES) };

/** Mails to members: what went out, what waits, and what somebody has to look after. */
export function OutboxScreen() {
  const t = useTranslations('outbox');
  const [{ state }, setSearch] = useQueryStates(outboxSearch, { history: 'replace' });
  const [open, setOpen] = useState<number | null>(null);
  const summary = useQuery(mailSummaryQuery()).data;
  const waits = (summary?.waiting ?? 0) > 0;
  const query = useInfiniteQuery({ ...mailsQuery(state ? { state } : {}), refetchInterval: waits ? 5000 : false });
  const options = [
    { value: 'all' as const, label: t('all') },
    ...MAIL_STATES.map((value) => ({ value, label: t(`states.${value}`) })),
  ];
  return (
    <>
      <PageHeader title={t('title')} note={summary && t('note', summary)} />
      <Panel
        title={t('list')}
        flush
        actions={
          <Select
            toolbar
            aria-label={t('state')}
            options={options}
            value={state ?? 'all'}
            onChange={(next) => void setSearch({ state: next === 'all' ? null : next })}
          />
        }
      >
        <PagedTable
          label={t('list')}
          query={query}
          columns={useMailColumns()}
          rowId={(mail) => String(mail.id)}
          onOpen={(mail) => setOpen(mail.id)}
          empty={<EmptyState title={t(state ? 'noneOfState' : 'emptyTitle')}>{!state && t('emptyHow')}</EmptyState>}
        />
      </Panel>
      <MailSheet id={open} onClose={() => setOpen(null)} />
    </>
  );
}
