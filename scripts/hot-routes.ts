import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { POST as postEvents } from '@/app/api/v1/events/route';

type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The doors that take most of the traffic, by method and path: the very functions that Next serves from `app/api`. */
const HOT: Record<string, NodeHandler> = {
  'POST /api/v1/events': getRequestListener((request) => postEvents(request)),
};

/** Finds the handler of a request that need not go through Next. */
export function hotHandler(): (request: IncomingMessage) => NodeHandler | undefined {
  return (request) => HOT[`${request.method} ${request.url?.split('?', 1)[0]}`];
}
