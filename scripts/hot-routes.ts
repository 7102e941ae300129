import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { POST as postEvents } from '@/app/api/v1/events/route';

type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const native = { Request, Response };

/** The doors that take most of the traffic, by method and path: the very functions that Next serves from `app/api`. */
const HOT: Record<string, NodeHandler> = {
  'POST /api/v1/events': getRequestListener((request) => postEvents(request)),
};

// The listener put lighter classes in the place of the global ones. Next asks `instanceof` of those, and an answer
// made before, or by `fetch`, is one all the same.
for (const name of ['Request', 'Response'] as const) {
  const isOne = (value: unknown) => value instanceof native[name];
  Object.defineProperty(globalThis[name], Symbol.hasInstance, { value: isOne });
}

/** Finds the handler of a request that need not go through Next. */
export function hotHandler(request: IncomingMessage): NodeHandler | undefined {
  return HOT[`${request.method} ${request.url?.split('?', 1)[0]}`];
}
