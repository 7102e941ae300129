import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchJson, readAnswer } from '@/lib/http/client';
import type { Page } from '@/lib/kernel/page';
import type { MyPayoutAccount, PayoutAccountPut } from './account-schema';
import type { ApprovedMonth, CreatorPayee, PaidFile, Payout, PayoutSummary } from './payout-schema';
import type { MonthList, PayoutState, SettlementMonth } from './statement-schema';

const API = '/api/v1/settlement';
const post = { method: 'POST' };

/** Every month, the latest first. */
export const monthsQuery = () =>
  queryOptions({
    queryKey: ['settlement-months'],
    queryFn: ({ signal }): Promise<SettlementMonth[]> =>
      fetchJson<z.infer<typeof MonthList>>(`${API}/months`, { signal }).then(({ items }) => items),
  });

/** Closes a month for good. */
export const closeMonth = (month: string) => fetchJson<SettlementMonth>(`${API}/months/${month}/close`, post);

export type PayoutFilter = { month: string | null; state: PayoutState | null };

/** Payouts, 50 at a time. */
export const payoutsQuery = (filter: PayoutFilter) =>
  infiniteQueryOptions({
    queryKey: ['payouts', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<Page<Payout>>(`${API}/payouts`, { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

/** Totals per state of a month, or of all. */
export const payoutSummaryQuery = (month: string | null) =>
  queryOptions({
    queryKey: ['payouts', 'summary', month],
    queryFn: ({ signal }) => fetchJson<PayoutSummary>(`${API}/payouts/summary`, { query: { month }, signal }),
    placeholderData: keepPreviousData,
  });

export const approvePayout = (id: number) => fetchJson<Payout>(`${API}/payouts/${id}/approve`, post);
export const releasePayout = (id: number) => fetchJson<Payout>(`${API}/payouts/${id}/release`, post);
export const holdPayout = (id: number, reason: string) =>
  fetchJson<Payout>(`${API}/payouts/${id}/hold`, { json: { reason } });
export const payPayout = (id: number, reference: string) =>
  fetchJson<Payout>(`${API}/payouts/${id}/pay`, { json: { reference } });
export const approveMonth = (month: string) => fetchJson<ApprovedMonth>(`${API}/payouts/approve`, { json: { month } });
export const payFile = (reference: string) => fetchJson<PaidFile>(`${API}/payouts/pay`, { json: { reference } });
export const holdCreator = (id: number, reason: string) =>
  fetchJson<CreatorPayee>(`${API}/creators/${id}/hold`, { json: { reason } });
export const releaseCreator = (id: number) => fetchJson<CreatorPayee>(`${API}/creators/${id}/release`, post);

export type BankFile = { name: string; content: Blob };

/** A new bank file of a month, or with its reference an old one again. */
export async function fetchBankFile(month: string, file: string | null): Promise<BankFile> {
  const search = new URLSearchParams(file ? { month, file } : { month });
  const response = await fetch(`${API}/payouts/export?${search}`);
  if (!response.ok) await readAnswer(response);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { name: name ?? 'payouts.csv', content: await response.blob() };
}

/** Where the signed-in creator is paid; null while there is none. */
export const myAccountQuery = () =>
  queryOptions({
    queryKey: ['me', 'payout-account'],
    queryFn: ({ signal }) => fetchJson<MyPayoutAccount>('/api/v1/me/payout-account', { signal }),
  });

export const putMyAccount = (json: z.input<typeof PayoutAccountPut>) =>
  fetchJson<MyPayoutAccount>('/api/v1/me/payout-account', { method: 'PUT', json });
