import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import next from 'next';
import { startJobWorker } from '@/lib/http/job-worker';
import { closePools } from '@/lib/platform/database';
import { flushWatch } from '@/lib/streaming/flush-watch';
import { clientLimits } from './scripts/client-limits';
import { readSettings } from './scripts/read-settings';
import { startScheduler } from './scripts/scheduler';
import { trustAddress } from './scripts/trust-address';

/** The self-hosted server: the busiest doors straight on Node, everything else through Next, and the crons. */
const { PORT, BOXOFFICE_HOST, BOXOFFICE_MODE, BOXOFFICE_URL, CRON_SECRET, TRUSTED_PROXY_HOPS } = readSettings();
process.env.NEXTAUTH_URL ??= BOXOFFICE_URL ?? `http://localhost:${PORT}`;
// Anybody may sign in to a demo, so it is open to this machine alone unless told otherwise.
const host = BOXOFFICE_HOST ?? (BOXOFFICE_MODE === 'demo' ? '127.0.0.1' : undefined);

// Whatever goes wrong in one request or job is logged; the others go on.
process.on('uncaughtException', (error) => console.error('uncaught', error));
process.on('unhandledRejection', (error) => console.error('unhandled', error));

const dev = process.env.NODE_ENV !== 'production';
const app = next({ dev, port: PORT, hostname: 'localhost' });
await app.prepare();
const handle = app.getRequestHandler();
// Loaded after Next has prepared the runtime that the handlers expect; in development Next reloads what is edited.
const hot = dev ? () => undefined : (await import('./scripts/hot-routes')).hotHandler;

const server = createServer(clientLimits, (request, response) => {
  trustAddress(request, TRUSTED_PROXY_HOPS);
  answer(request, response).catch((error) => {
    console.error('unanswered request', error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const handler = hot(request);
  await (handler ? handler(request, response) : handle(request, response));
}

server.once('error', (error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE';
  console.error(taken ? `Port ${PORT} is taken. Set PORT to another one.` : error.message);
  process.exit(1);
});

server.listen({ port: PORT, host }, () => {
  server.on('error', (error) => console.error('server', error));
  const { port } = server.address() as AddressInfo;
  const scheduler = startScheduler({ host, port }, CRON_SECRET);
  const worker = startJobWorker();
  const address = `http://localhost:${port}`;
  if (process.send) process.send(address);
  else console.log(`Boxoffice listens on ${address}`);
  const stopOnce = once(() => stop(scheduler, worker));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stopOnce);
  // Whoever started us died without a word.
  process.on('disconnect', stopOnce);
});

/** Ctrl-C reaches us from the terminal and again from the one who started us. */
function once(work: () => Promise<void>): () => void {
  let begun = false;
  return () => {
    if (!begun) void work();
    begun = true;
  };
}

/** Takes no more requests, finishes those under way and what they left to do, and ends within ten seconds. */
async function stop(scheduler: { stop: () => void }, worker: { stop: () => Promise<void> }): Promise<void> {
  // An open page of a developer would keep its connection for reloads.
  setTimeout(() => process.exit(0), dev ? 1_000 : 9_000).unref();
  scheduler.stop();
  const workDone = worker.stop();
  const closed = new Promise((resolve) => server.close(resolve));
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  await closed;
  clearInterval(idle);
  await workDone;
  await flushWatch().catch((error) => console.error('writing heartbeats', error));
  await app.close().catch((error) => console.error('closing', error));
  await closePools();
  process.exit(0);
}
