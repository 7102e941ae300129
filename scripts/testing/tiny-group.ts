import cluster from 'node:cluster';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { AggregatorRegistry } from 'prom-client';
import { metricsOfEach } from '@/lib/http/metrics-of-each';
import { tellMetrics } from '../relay-metrics';
import { runGroup } from '../run-group';
import { startScheduler } from '../scheduler';
import { serve } from '../serve';

// A group of two as server.ts runs it, without Next and the database: its processes answer a few paths of the test.
const host = '127.0.0.1';
const { REDIS_URL = '', BOXOFFICE_PROCESS = '', PORT } = process.env;

function runWorker(): void {
  const redis = new Redis(REDIS_URL);
  const answers: Record<string, () => Promise<string | number>> = {
    '/pid': async () => process.pid,
    '/metrics': async () => AggregatorRegistry.aggregate(await metricsOfEach()).metrics(),
    '/wait': async () => {
      await redis.incr('waiting');
      while ((await redis.get('go')) === null) await sleep(20);
      return 'done';
    },
    '/api/cron/daily': () => redis.incr('daily'),
    '/api/cron/minute': () => redis.incr('minute'),
  };
  const answer = async ({ url = '' }: IncomingMessage, response: ServerResponse) =>
    response.end(String(await answers[url]?.()));
  const rest = { host, port: Number(PORT), hops: 0, stopMilliseconds: 60_000 };
  tellMetrics(BOXOFFICE_PROCESS);
  serve({ ...rest, answer, listening: () => {}, stop: (answered) => answered });
}

if (cluster.isWorker) runWorker();
else
  runGroup({
    size: 2,
    env: { PORT: '0' },
    listening: (port) => {
      process.send?.(port);
      return startScheduler({ host, port }, 'a secret of the crons');
    },
    stopMilliseconds: 60_000,
  });
