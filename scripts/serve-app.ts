import { flushCompileCache } from 'node:module';
import next from 'next';
import { startJobWorker } from '@/lib/http/job-worker';
import { closePools } from '@/lib/platform/database';
import type { Env } from '@/lib/platform/env';
import { stopping } from '@/lib/platform/stopping';
import { stopTracing } from '@/lib/platform/tracing';
import { flushWatch } from '@/lib/streaming/flush-watch';
import { type Service, serve } from './serve';

type App = Pick<Service, 'host' | 'listening'> & { settings: Env; dev: boolean; beforeStop: () => void };

/** One process of the app: the busiest doors straight on Node, everything else through Next, and a worker of jobs. */
export async function serveApp({ settings, host, dev, listening, beforeStop }: App): Promise<void> {
  const { PORT: port, TRUSTED_PROXY_HOPS: hops } = settings;
  const app = next({ dev, port, hostname: 'localhost' });
  await app.prepare();
  const handle = app.getRequestHandler();
  // Loaded after Next has prepared the runtime that the handlers expect; in development Next reloads what is edited.
  const hot = dev ? () => undefined : (await import('./hot-routes')).hotHandler;
  let worker = { stop: async () => {} };
  const stop = async (answered: Promise<void>) => {
    beforeStop();
    stopping().abort();
    const worked = worker.stop();
    await answered;
    await worked;
    await flushWatch().catch((error) => console.error('writing heartbeats', error));
    await app.close().catch((error) => console.error('closing', error));
    await closePools();
    await stopTracing();
  };
  serve({
    answer: (request, response) => (hot(request) ?? handle)(request, response),
    host,
    port,
    hops,
    listening: (at) => {
      worker = startJobWorker();
      listening(at);
      // Written now and not at the end, which for a process that is killed never comes.
      setTimeout(flushCompileCache, 1000).unref();
    },
    stop,
    // An open page of a developer would keep its connection for reloads.
    stopMilliseconds: dev ? 1_000 : 9_000,
  });
}
