import { type Operation, operationOf } from './open-api-operation';
import type { Declared } from './route';

/** A door of the API: its method, its path as Next names it (`/api/v1/ads/[id]`), and what it says about itself. */
export type Door = { method: string; path: string; declaration: Declared };

/** The document of these doors, in OpenAPI 3.1: what they declare, and nothing besides. The times in its examples are `now`. */
export function openApiOf(doors: Door[], server: string, now: Date) {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const door of doors) {
    const path = pathOf(door.path);
    paths[path] = { ...paths[path], [door.method.toLowerCase()]: operationOf(door, now) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Boxoffice', version: '1', description: ABOUT },
    servers: [{ url: server }],
    tags: [...new Set(doors.map(tagOf))].map((name) => ({ name })),
    paths,
    components: { schemas: { Problem: PROBLEM }, securitySchemes: SECURITY },
  };
}

/** `/api/v1/ads/[id]` as the document writes it: `/api/v1/ads/{id}`. */
export const pathOf = (path: string) => path.replace(/\[(\w+)\]/g, '{$1}');

/** What an operation is about: the first word of its path. */
export const tagOf = ({ path }: Pick<Door, 'path'>) => path.split('/')[3] ?? path;

const ABOUT = `Every list is {"items":[...],"nextCursor"}: send nextCursor as cursor for the next page, until it is null.
A refusal is application/problem+json (RFC 9457); its type opens a page that explains its code.
Past a limit the answer is 429 with Retry-After. Ids are whole numbers, days YYYY-MM-DD in the business time zone, times ISO 8601, won and points whole.`;

const SECURITY = {
  key: { type: 'http', scheme: 'bearer', description: 'An API key with the scope; * is all scopes.' },
  publishableKey: {
    type: 'apiKey',
    in: 'query',
    name: 'key',
    description: 'A publishable key, for the doors of client SDKs.',
  },
  session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token', description: 'A person who signed in.' },
};

const text = { type: 'string' };

/** As lib/http/problem.ts writes it. */
const PROBLEM = {
  type: 'object',
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    detail: text,
    code: text,
    requestId: text,
    errors: {
      type: 'array',
      items: { type: 'object', properties: { pointer: text, message: text }, required: ['pointer', 'message'] },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
};
