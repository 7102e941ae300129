import { request } from 'node:http';
import { Cron } from 'croner';
import vercel from '../vercel.json';

type Server = { host: string | undefined; port: number };

/** Calls the crons of vercel.json (UTC) on this server, none while it still runs, and each once soon after the start. */
export function startScheduler(server: Server, secret: string | undefined): { stop: () => void } {
  if (!secret) {
    console.warn('CRON_SECRET is not set: nobody folds, settles or makes partitions until something calls /api/cron.');
    return { stop: () => {} };
  }
  const crons = vercel.crons.map(({ path, schedule }) => {
    const run = notTwiceAtOnce(() => call(server, path, secret));
    // One that was off at the hour catches up.
    const soon = setTimeout(run, 1000);
    const cron = new Cron(schedule, { timezone: 'UTC' }, run);
    const stop = () => {
      clearTimeout(soon);
      cron.stop();
    };
    return { stop };
  });
  const stop = () => {
    for (const cron of crons) cron.stop();
  };
  return { stop };
}

function notTwiceAtOnce(work: () => Promise<void>): () => Promise<void> {
  let busy = false;
  return async () => {
    if (busy) return;
    busy = true;
    await work().finally(() => {
      busy = false;
    });
  };
}

/** Waits as long as the work takes, which `fetch` would not. Never throws. */
function call(server: Server, path: string, secret: string): Promise<void> {
  return new Promise((resolve) => {
    const fail = (reason: string) => {
      console.warn(`${path}: ${reason}`);
      resolve();
    };
    const host = isAnyAddress(server.host) ? '127.0.0.1' : server.host;
    const headers = { authorization: `Bearer ${secret}` };
    const asked = request({ host, port: server.port, path, headers });
    asked.on('error', (error) => fail(error.message));
    asked.on('response', async (answer) => {
      const said = (await answer.toArray().catch(() => [])).join('');
      if (answer.statusCode === 200) resolve();
      else fail(`answered ${answer.statusCode}: ${said.slice(0, 300)}`);
    });
    asked.end();
  });
}

const isAnyAddress = (host: string | undefined) => host === undefined || host === '0.0.0.0' || host === '::';
