import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchJson } from '@/lib/http/client';
import type { Page } from '@/lib/kernel/page';
import type { Statement, StatementLine, StatementList } from './statement-schema';

type StatementFilter = { creatorId?: number | null; month?: string | null; cursor?: string | null };

export const listStatements = (filter: StatementFilter, signal?: AbortSignal) =>
  fetchJson<z.infer<typeof StatementList>>('/api/v1/settlement/statements', {
    query: filter,
    ...(signal && { signal }),
  });

/** Statements, the latest month first, 50 at a time; of one creator those of open months too. */
export const statementsQuery = (question: { creatorId: number | null; month?: string | null }) =>
  infiniteQueryOptions({
    queryKey: ['settlement', 'statements', question],
    queryFn: ({ signal, pageParam }) => listStatements({ ...question, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

export const statementQuery = (id: string) =>
  queryOptions({
    queryKey: ['settlement', 'statement', id],
    queryFn: ({ signal }) => fetchJson<Statement>(`/api/v1/settlement/statements/${id}`, { signal }),
  });

/** The videos of a statement, what earned most first, 50 at a time. */
export const statementLinesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['settlement', 'statement-lines', id],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<Page<StatementLine>>(`/api/v1/settlement/statements/${id}/lines`, {
        query: { cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

/** Where a statement is saved from, as a file in a language. */
export const statementFileUrl = (id: string, format: 'csv' | 'xlsx' | 'pdf', locale: string) =>
  `/api/v1/settlement/statements/${id}/download?format=${format}&locale=${locale === 'ko' ? 'ko' : 'en'}`;
