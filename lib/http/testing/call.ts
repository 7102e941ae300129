import { issueKey } from '@/lib/accounts/issue-key';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/database';
import type { Handler } from '../route';
import { expectAsDocumented } from './expect-as-documented';

type Sent = {
  method?: string;
  path?: string;
  body?: unknown;
  raw?: string;
  headers?: Record<string, string>;
  params?: Record<string, string>;
};

/** What a door answered, with its JSON read. */
export type Answered = { status: number; headers: Headers; json: unknown };

/** Calls a door as a client would, with a body of JSON (or `raw` text). */
export async function call(
  door: Handler,
  { method = 'GET', path = '/', body, raw, headers = {}, params }: Sent,
): Promise<Answered> {
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const request = new Request(`http://boxoffice.test${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(text !== undefined && { body: text }),
  });
  const response = await door(request, { params: Promise.resolve(params ?? {}) });
  const answer = await response.text();
  const json = answer === '' ? null : JSON.parse(answer);
  expectAsDocumented(door.declaration, response.status, json);
  return { status: response.status, headers: response.headers, json };
}

/** A bearer header with a new key. */
export async function bearer(
  scopes: string[],
  kind: 'secret' | 'publishable' = 'secret',
  allowedOrigins: string[] = [],
) {
  const { key, row } = await issueKey(db(), { name: 'a test', kind, scopes, allowedOrigins, now: now() });
  return { authorization: `Bearer ${key}`, key, keyId: row.id };
}
