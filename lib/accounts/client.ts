import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchJson } from '@/lib/http/client';
import type {
  ApiKey,
  ApiKeys,
  AuditItems,
  KeyChange,
  MadeKey,
  Me,
  MemberLink,
  NewKey,
  RevokedSessions,
  Role,
  RoleAsk,
  RoleRequest,
  Sessions,
  User,
  Users,
  ViewerTokenSecret,
  WaitingRequests,
} from './schema';

/** `cursor` is the nextCursor of the page before; leave it out for the first one. */
export type Paging = { limit?: number; cursor?: string | null };

const byCursor = {
  initialPageParam: null as string | null,
  getNextPageParam: (last: { nextCursor: string | null }) => last.nextCursor,
  placeholderData: keepPreviousData,
};

export const meQuery = () =>
  queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => fetchJson<Me>('/api/v1/me', { signal }) });

/** Newest first, 50 at a time. */
export const keysQuery = () =>
  infiniteQueryOptions({
    queryKey: ['keys'],
    queryFn: ({ signal, pageParam }) => fetchJson<ApiKeys>('/api/v1/keys', { query: { cursor: pageParam }, signal }),
    ...byCursor,
  });

/** The answer alone holds the key. */
export const createKey = (json: z.input<typeof NewKey>) => fetchJson<MadeKey>('/api/v1/keys', { json });

export const changeKey = (keyId: number, json: z.input<typeof KeyChange>) =>
  fetchJson<ApiKey>(`/api/v1/keys/${keyId}`, { method: 'PATCH', json });

export const revokeKey = (keyId: number) => fetchJson<ApiKey>(`/api/v1/keys/${keyId}/revoke`, { method: 'POST' });

/** Each look is written into the audit log, so this is no query. */
export const showViewerTokenSecret = (keyId: number) =>
  fetchJson<ViewerTokenSecret>(`/api/v1/keys/${keyId}/viewer-token-secret`);

export type UserFilter = { search?: string | null; role?: Role | null };

/** Newest first, 50 at a time. */
export const usersQuery = (filter: UserFilter = {}) =>
  infiniteQueryOptions({
    queryKey: ['users', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<Users>('/api/v1/users', { query: { ...filter, cursor: pageParam }, signal }),
    ...byCursor,
  });

export const userQuery = (userId: number) =>
  queryOptions({
    queryKey: ['users', userId],
    queryFn: ({ signal }) => fetchJson<User>(`/api/v1/users/${userId}`, { signal }),
  });

export const linkMember = (userId: number, json: z.input<typeof MemberLink>) =>
  fetchJson<User>(`/api/v1/users/${userId}`, { method: 'PATCH', json });

export const setRoles = (userId: number, roles: Role[]) =>
  fetchJson<User>(`/api/v1/users/${userId}/roles`, { method: 'PUT', json: { roles } });

export const userSessionsQuery = (userId: number, paging: Paging = {}) =>
  queryOptions({
    queryKey: ['users', userId, 'sessions', paging],
    queryFn: ({ signal }) => fetchJson<Sessions>(`/api/v1/users/${userId}/sessions`, { query: paging, signal }),
  });

export const revokeSession = (sessionId: number) =>
  fetchJson<undefined>(`/api/v1/sessions/${sessionId}`, { method: 'DELETE' });

export const revokeSessionsOf = (userId: number) =>
  fetchJson<RevokedSessions>(`/api/v1/users/${userId}/sessions`, { method: 'DELETE' });

export const askForRole = (json: z.input<typeof RoleAsk>) => fetchJson<RoleRequest>('/api/v1/role-requests', { json });

export const waitingRequestsQuery = (paging: Paging = {}) =>
  queryOptions({
    queryKey: ['role-requests', paging],
    queryFn: ({ signal }) => fetchJson<WaitingRequests>('/api/v1/role-requests', { query: paging, signal }),
    placeholderData: keepPreviousData,
  });

export const grantRoleRequest = (id: number) =>
  fetchJson<RoleRequest>(`/api/v1/role-requests/${id}/grant`, { method: 'POST' });

export const declineRoleRequest = (id: number) =>
  fetchJson<RoleRequest>(`/api/v1/role-requests/${id}/decline`, { method: 'POST' });

export type AuditFilter = { subjectKind?: string | null; subjectId?: string | null; action?: string | null };

/** Newest first, 50 at a time. */
export const auditQuery = (filter: AuditFilter = {}) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<AuditItems>('/api/v1/audit', { query: { ...filter, cursor: pageParam }, signal }),
    ...byCursor,
  });

/** Signs in as a person of the demo; then go to `url`. */
export const signInAsDemoPerson = (userId: number, callbackUrl: string) =>
  fetchJson<{ url: string }>('/api/demo-sign-in', { json: { userId, callbackUrl } });

/** Where to go to sign in with Google; back to `callbackUrl` afterwards. */
export const beginGoogleSignIn = (callbackUrl: string) => postToNextAuth('signin/google', callbackUrl);

/** Ends the session; then go to `url`. */
export const signOut = (callbackUrl = '/sign-in') => postToNextAuth('signout', callbackUrl);

/** next-auth wants its own token against forged requests. */
async function postToNextAuth(action: string, callbackUrl: string): Promise<{ url: string }> {
  const { csrfToken } = await fetchJson<{ csrfToken: string }>('/api/auth/csrf');
  return fetchJson(`/api/auth/${action}`, { json: { csrfToken, callbackUrl, json: 'true' } });
}
