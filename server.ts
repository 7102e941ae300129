import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import next from 'next';
import { closePools } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { startScheduler } from './scripts/scheduler';
import { trustedAddress } from './scripts/trusted-address';

/** The self-hosted server: the busiest doors straight on Node, everything else through Next, and the crons. */
const { PORT, TRUSTED_PROXY_HOPS, BOXOFFICE_URL } = env();
process.env.NEXTAUTH_URL ??= BOXOFFICE_URL ?? `http://localhost:${PORT}`;

const dev = process.env.NODE_ENV !== 'production';
const app = next({ dev, port: PORT, hostname: 'localhost' });
await app.prepare();
const handle = app.getRequestHandler();
// Loaded after Next has prepared the runtime that the handlers expect.
const { hotHandler } = await import('./scripts/hot-routes');
const hot = hotHandler();

const server = createServer((request, response) => {
  // What a client claims about its own address is dropped; the handlers see the one that we trust.
  request.headers['x-forwarded-for'] = trustedAddress(request, TRUSTED_PROXY_HOPS);
  answer(request, response).catch((error) => {
    console.error('unanswered request', error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});
server.headersTimeout = 15_000;
server.requestTimeout = 60_000;
server.keepAliveTimeout = 10_000;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const handler = hot(request);
  await (handler ? handler(request, response) : handle(request, response));
}

server.on('error', (error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE';
  console.error(taken ? `Port ${PORT} is taken. Choose another: PORT=3001 npm run up` : error.message);
  process.exit(1);
});

server.listen(PORT, () => {
  const scheduler = startScheduler(PORT);
  process.send?.('ready');
  if (!process.send) console.log(`Boxoffice listens on http://localhost:${PORT}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(scheduler));
});

/** Takes no more requests, finishes those under way, and ends within ten seconds. */
async function stop(scheduler: { stop: () => void }): Promise<void> {
  setTimeout(() => process.exit(0), 9_000).unref();
  scheduler.stop();
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
  await closePools();
  process.exit(0);
}
