import cluster from 'node:cluster';
import { log } from '@/lib/platform/log';
import { logConsole } from '@/lib/platform/log-console';
import { readSettings } from './scripts/read-settings';
import { tellMetrics } from './scripts/relay-metrics';
import { runGroup } from './scripts/run-group';
import { startScheduler } from './scripts/scheduler';
import { serveApp } from './scripts/serve-app';
import { shareOf, webConcurrency } from './scripts/web-concurrency';

/** The self-hosted server: one process or a group of them (WEB_CONCURRENCY), and one scheduler of the crons. */
const settings = readSettings();
const { PORT, BOXOFFICE_HOST, BOXOFFICE_MODE, BOXOFFICE_URL, CRON_SECRET } = settings;
process.env.NEXTAUTH_URL ??= BOXOFFICE_URL ?? `http://localhost:${PORT}`;
// Anybody may sign in to a demo, so it is open to this machine alone unless told otherwise.
const host = BOXOFFICE_HOST ?? (BOXOFFICE_MODE === 'demo' ? '127.0.0.1' : undefined);
const dev = process.env.NODE_ENV !== 'production';
const size = dev ? 1 : webConcurrency(settings);

if (!dev) logConsole(console, log);

// Whatever goes wrong in one request or job is logged; the others go on.
process.on('uncaughtException', (error) => console.error('uncaught', error));
process.on('unhandledRejection', (error) => console.error('unhandled', error));

const listening = (port: number) => {
  const address = `http://localhost:${port}`;
  if (process.send) process.send(address);
  else console.log(`Boxoffice listens on ${address}`);
  return startScheduler({ host, port }, CRON_SECRET);
};

const cannotStart = (error: unknown) => {
  console.error(error);
  process.exit(1);
};

if (cluster.isWorker) {
  tellMetrics(process.env.BOXOFFICE_PROCESS ?? '');
  serveApp({ settings, host, dev, listening: () => {}, beforeStop: () => {} }).catch(cannotStart);
} else if (size > 1) {
  runGroup({ size, env: shareOf(settings, size), listening, stopMilliseconds: 9_500 });
} else {
  let scheduler = { stop: () => {} };
  const listeningAlone = (port: number) => {
    scheduler = listening(port);
  };
  serveApp({ settings, host, dev, listening: listeningAlone, beforeStop: () => scheduler.stop() }).catch(cannotStart);
}
