import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/client';
import type {
  ClosedHoursNow,
  ClosedHoursSet,
  Comment,
  CommentList,
  CommentMade,
  Post,
  PostKind,
  PostList,
  PostUpdate,
  Ranking,
  RankingDayList,
  Reacted,
} from './schema';

export type PostFilter = {
  kind?: PostKind | null;
  sort?: 'newest' | 'commented';
  state?: 'seen' | 'hidden' | 'all';
};

/** The board, 20 posts at a time. */
export const postsQuery = (filter: PostFilter) =>
  infiniteQueryOptions({
    queryKey: ['posts', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<PostList>('/api/v1/posts', { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

export const postQuery = (id: number) =>
  queryOptions({
    queryKey: ['posts', 'one', id],
    queryFn: ({ signal }) => fetchJson<Post>(`/api/v1/posts/${id}`, { signal }),
  });

/** A post's comments, oldest first, 50 at a time. */
export const commentsQuery = (postId: number) =>
  infiniteQueryOptions({
    queryKey: ['posts', 'comments', postId],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<CommentList>(`/api/v1/posts/${postId}/comments`, { query: { cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

/** Sent again with the same key it is the same post. */
export const createPost = (json: object, key: string) =>
  fetchJson<Post>('/api/v1/posts', { json, headers: { 'idempotency-key': key } });

export const updatePost = (id: number, json: PostUpdate) =>
  fetchJson<Post>(`/api/v1/posts/${id}`, { method: 'PATCH', json });

export const deletePost = (id: number) => fetchJson<void>(`/api/v1/posts/${id}`, { method: 'DELETE' });

/** Sent again with the same key it is the same comment. */
export const createComment = ({ postId, body, key }: { postId: number; body: string; key: string }) =>
  fetchJson<CommentMade>(`/api/v1/posts/${postId}/comments`, { json: { body }, headers: { 'idempotency-key': key } });

export const updateComment = (id: number, body: string) =>
  fetchJson<Comment>(`/api/v1/comments/${id}`, { method: 'PATCH', json: { body } });

export const deleteComment = (id: number) => fetchJson<void>(`/api/v1/comments/${id}`, { method: 'DELETE' });

/** What is hidden or shown again. */
export type Moderated = { what: 'posts' | 'comments'; id: number };

export const hideIt = ({ what, id }: Moderated, reason: string) =>
  fetchJson<void>(`/api/v1/${what}/${id}/hide`, { json: { reason } });

export const showIt = ({ what, id }: Moderated) => fetchJson<void>(`/api/v1/${what}/${id}/show`, { method: 'POST' });

export const viewPost = (id: number, eventId: string) =>
  fetchJson<Reacted>(`/api/v1/posts/${id}/views`, { json: { eventId } });

export const likePost = (id: number, eventId: string, like: boolean) =>
  fetchJson<Reacted>(`/api/v1/posts/${id}/likes`, { method: like ? 'POST' : 'DELETE', json: { eventId } });

export const closedHoursQuery = () =>
  queryOptions({
    queryKey: ['closed-hours'],
    queryFn: ({ signal }) => fetchJson<ClosedHoursNow>('/api/v1/closed-hours', { signal }),
  });

export const setClosedHours = (json: ClosedHoursSet) =>
  fetchJson<ClosedHoursNow>('/api/v1/closed-hours', { method: 'PUT', json });

const LIVE_MILLISECONDS = 10_000;

/** The board of a day; that of today is asked again every 10 s while it is in sight. */
export const rankingQuery = (day: string | null) =>
  queryOptions({
    queryKey: ['ranking', day],
    queryFn: ({ signal }) => fetchJson<Ranking>('/api/v1/rankings', { query: { day }, signal }),
    refetchInterval: day === null ? LIVE_MILLISECONDS : false,
    placeholderData: keepPreviousData,
  });

/** Days whose board was frozen, newest first. */
export const rankingDaysQuery = () =>
  queryOptions({
    queryKey: ['ranking-days'],
    queryFn: ({ signal }) => fetchJson<RankingDayList>('/api/v1/rankings/days', { signal }),
  });
