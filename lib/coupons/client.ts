import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/client';
import type { CouponList, CouponState } from './schema';

/** A member's newest coupons, up to 200, of one state or of all. */
export const couponsQuery = (memberId: string, state?: CouponState) =>
  queryOptions({
    queryKey: ['coupons', memberId, state ?? 'all'],
    queryFn: ({ signal }) =>
      fetchJson<CouponList>(`/api/v1/members/${encodeURIComponent(memberId)}/coupons`, {
        query: { state, limit: 200 },
        signal,
      }),
  });
