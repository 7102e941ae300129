import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { GET as settle } from '@/app/api/cron/daily/route';
import { GET as fold } from '@/app/api/cron/minute/route';
import { GET as readHealth } from '@/app/api/health/route';
import { GET as readStats } from '@/app/api/v1/stats/route';
import { startJobWorker } from '@/lib/http/job-worker';
import type { Handler } from '@/lib/http/route';
import { clientLimits } from '@/scripts/client-limits';
import { hotHandler } from '@/scripts/hot-routes';
import { shiftClock } from './shifted-clock';

// A server process of a trial: the doors that server.ts mounts in front of Next, those that a trial asks besides, its
// limits and its worker. Its clock is set by messages.
const DOORS: Record<string, Handler> = {
  '/api/health': readHealth,
  '/api/v1/stats': readStats,
  '/api/cron/daily': settle,
  '/api/cron/minute': fold,
};
const listener = getRequestListener((request) => {
  const door = DOORS[new URL(request.url).pathname];
  return door ? door(request) : new Response(null, { status: 404 });
});

const { PATIENCE_MILLISECONDS } = process.env;
const patience = Number(PATIENCE_MILLISECONDS);
const limits = patience
  ? { ...clientLimits, headersTimeout: patience, requestTimeout: patience, connectionsCheckingInterval: 100 }
  : clientLimits;

const server = createServer(limits, (request, response) => {
  void (hotHandler(request) ?? listener)(request, response);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : 0);
});
process.on('message', (milliseconds: number) => {
  shiftClock(milliseconds);
  process.send?.('shifted');
});
process.on('disconnect', () => process.exit(0));
startJobWorker();
