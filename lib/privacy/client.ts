import { fetchJson } from '@/lib/http/client';
import type { MemberErased } from './schema';

const pathOf = (memberId: string, what: 'export' | 'erase') =>
  `/api/v1/members/${encodeURIComponent(memberId)}/${what}`;

/** Where a browser downloads everything that is kept about a member. */
export const exportAddress = (memberId: string) => pathOf(memberId, 'export');

/** Erases a member for good; whoever calls has asked. */
export const eraseMember = (memberId: string) =>
  fetchJson<MemberErased>(pathOf(memberId, 'erase'), { json: { confirm: memberId } });
