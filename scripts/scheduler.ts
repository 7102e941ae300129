import { Cron } from 'croner';
import { env } from '@/lib/platform/env';
import vercel from '../vercel.json';

/** Calls the crons of vercel.json (UTC) on this server, one at a time each, and each once soon after the start. */
export function startScheduler(port: number): { stop: () => void } {
  const crons = vercel.crons.map(({ path, schedule }) => {
    const run = () => call(`http://127.0.0.1:${port}${path}`);
    const cron = new Cron(schedule, { timezone: 'UTC', protect: true }, run);
    setTimeout(() => void cron.trigger(), 1000).unref();
    return cron;
  });
  const stop = () => {
    for (const cron of crons) cron.stop();
  };
  return { stop };
}

async function call(url: string): Promise<void> {
  try {
    const answer = await fetch(url, { headers: { authorization: `Bearer ${env().CRON_SECRET ?? ''}` } });
    if (!answer.ok) console.warn(`${url} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
  } catch (error) {
    console.warn(`${url} did not answer: ${error instanceof Error ? error.message : error}`);
  }
}
