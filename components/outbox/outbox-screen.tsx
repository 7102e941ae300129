'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
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
  return (
    <>
      <PageHeader title={t('title')} note={summary && t('note', summary)} />
      <Panel
        title={t('list')}
        flush
        actions={
          <FilterSelect
            label={t('state')}
            all={t('all')}
            options={MAIL_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
            value={state}
            onChange={(next) => void setSearch({ state: next })}
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
