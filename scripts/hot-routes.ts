import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { POST as join } from '@/app/api/v1/ads/[id]/participations/route';
import { GET as listJoinable } from '@/app/api/v1/ads/joinable/route';
import { POST as postEvents } from '@/app/api/v1/events/route';
import { GET as readPoints } from '@/app/api/v1/members/[id]/points/route';
import { POST as comment } from '@/app/api/v1/posts/[id]/comments/route';
import { POST as buy } from '@/app/api/v1/products/[id]/orders/route';
import { GET as openVideo } from '@/app/api/v1/videos/[id]/route';
import { POST as postHeartbeats } from '@/app/api/v1/watch/route';
import type { Handler } from '@/lib/http/route';

type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const native = { Request, Response };

/** The doors that take most of the traffic: the very functions that Next serves from `app/api`. `[id]` is one part of a path. */
export const HOT: [method: string, path: string, door: Handler][] = [
  ['POST', '/api/v1/events', postEvents],
  ['POST', '/api/v1/watch', postHeartbeats],
  ['GET', '/api/v1/ads/joinable', listJoinable],
  ['POST', '/api/v1/ads/[id]/participations', join],
  ['GET', '/api/v1/members/[id]/points', readPoints],
  ['GET', '/api/v1/videos/[id]', openVideo],
  ['POST', '/api/v1/posts/[id]/comments', comment],
  ['POST', '/api/v1/products/[id]/orders', buy],
];

const ROUTES = HOT.map(([method, path, door]) => {
  const pattern = new RegExp(`^${path.replace(/\[(\w+)\]/g, '(?<$1>[^/]+)')}$`);
  const paramsOf = (url: string | undefined) => decoded({ ...pattern.exec(pathOf(url))?.groups });
  const listener: NodeHandler = getRequestListener((request, { incoming }) =>
    door(request, { params: Promise.resolve(paramsOf(incoming.url)) }),
  );
  return { method, pattern, listener };
});

// The listener put lighter classes in the place of the global ones. Next asks `instanceof` of those, and an answer
// made before, or by `fetch`, is one all the same.
for (const name of ['Request', 'Response'] as const) {
  const isOne = (value: unknown) => value instanceof native[name];
  Object.defineProperty(globalThis[name], Symbol.hasInstance, { value: isOne });
}

/** Finds the handler of a request that need not go through Next. */
export function hotHandler(request: IncomingMessage): NodeHandler | undefined {
  const path = pathOf(request.url);
  return ROUTES.find(({ method, pattern }) => method === request.method && pattern.test(path))?.listener;
}

function pathOf(url = ''): string {
  return url.split('?', 1)[0] ?? '';
}

/** As Next hands them over; what cannot be decoded stays as it came and names nothing. */
function decoded(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      try {
        return [name, decodeURIComponent(value)];
      } catch {
        return [name, value];
      }
    }),
  );
}
