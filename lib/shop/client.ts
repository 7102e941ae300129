import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/client';
import type {
  Order,
  OrderList,
  OrderPlaced,
  Product,
  ProductCreate,
  ProductDetail,
  ProductList,
  ProductQuery,
  ProductUpdate,
  Voucher,
} from './schema';

const byCursor = {
  initialPageParam: null as string | null,
  getNextPageParam: (last: { nextCursor: string | null }) => last.nextCursor,
  placeholderData: keepPreviousData,
};

export type ProductFilter = { search?: string; state?: ProductQuery['state'] };

/** Products, newest first, 50 at a time. */
export const productsQuery = (filter: ProductFilter = {}) =>
  infiniteQueryOptions({
    queryKey: ['products', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<ProductList>('/api/v1/products', { query: { ...filter, cursor: pageParam }, signal }),
    ...byCursor,
  });

export const productQuery = (id: number) =>
  queryOptions({
    queryKey: ['products', 'one', id],
    queryFn: ({ signal }) => fetchJson<ProductDetail>(`/api/v1/products/${id}`, { signal }),
  });

export const createProduct = (json: ProductCreate) => fetchJson<Product>('/api/v1/products', { json });

export const updateProduct = (id: number, json: ProductUpdate) =>
  fetchJson<Product>(`/api/v1/products/${id}`, { method: 'PATCH', json });

type Purchase = { productId: number; couponId: number | null; price: number; key: string };

/** Buys as the signed-in member at the price that was shown; sent again with the same key it is the same press. */
export const buyProduct = ({ productId, key, ...json }: Purchase) =>
  fetchJson<OrderPlaced>(`/api/v1/products/${productId}/orders`, { json, headers: { 'idempotency-key': key } });

/** What one member bought, newest first. */
export const memberOrdersQuery = (memberId: string) =>
  infiniteQueryOptions({
    queryKey: ['orders', 'of', memberId],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<OrderList>(`/api/v1/members/${encodeURIComponent(memberId)}/orders`, {
        query: { limit: 20, cursor: pageParam },
        signal,
      }),
    ...byCursor,
  });

/** The orders of one product, newest first. */
export const productOrdersQuery = (productId: number) =>
  infiniteQueryOptions({
    queryKey: ['orders', 'product', productId],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<OrderList>('/api/v1/orders', { query: { productId, cursor: pageParam }, signal }),
    ...byCursor,
  });

export const refundOrder = ({ id, reason }: { id: number; reason: string }) =>
  fetchJson<Order>(`/api/v1/orders/${id}/refund`, { json: { reason } });

/** A voucher by its code as typed; looked at again while it can still be redeemed, so that the page of it tells. */
export const voucherQuery = (code: string) =>
  queryOptions({
    queryKey: ['vouchers', code],
    queryFn: ({ signal }) => fetchJson<Voucher>(`/api/v1/vouchers/${encodeURIComponent(code)}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'valid' ? REDEEMED_SOON_MILLISECONDS : false),
    retry: false,
  });

const REDEEMED_SOON_MILLISECONDS = 5000;

export const redeemVoucher = ({ code, key }: { code: string; key: string }) =>
  fetchJson<Voucher>(`/api/v1/vouchers/${encodeURIComponent(code)}/redeem`, {
    method: 'POST',
    headers: { 'idempotency-key': key },
  });
