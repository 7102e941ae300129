import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { startRedisServer } from '@/lib/platform/redis/testing/redis-server';
import { openGate } from './gate';
import { disturb, openTrial, type Row } from './trial';

/** Longer than a command may take. */
const SLOW_MILLISECONDS = 2000;

/** Redis stopped, slow, emptied again and again, and restarted, under one server. */
export async function redisFaults(): Promise<Row[]> {
  const redis = await startRedisServer();
  const gate = await openGate(Number(new URL(redis.url).port));
  const trial = await openTrial({ REDIS_URL: `redis://127.0.0.1:${gate.port}` });
  const nothing = async () => {};
  const slow = async () => gate.delay(SLOW_MILLISECONDS);
  const fast = async () => gate.delay(0);
  const restart = () => redis.kill().then(redis.start);
  try {
    return [
      await disturb(trial, { fault: 'Redis stopped', cause: redis.kill, heal: redis.start }),
      await disturb(trial, { fault: 'Redis slow (2 s an answer)', cause: slow, heal: fast }),
      await disturb(trial, {
        fault: 'Redis emptied, ten times',
        cause: nothing,
        meanwhile: () => emptyAgainAndAgain(redis.url),
        heal: nothing,
      }),
      await disturb(trial, { fault: 'Redis restarted', cause: nothing, meanwhile: restart, heal: nothing }),
    ];
  } finally {
    await trial.server.kill();
    gate.stop();
    await redis.kill();
  }
}

async function emptyAgainAndAgain(url: string): Promise<void> {
  const client = new Redis(url);
  for (let times = 0; times < 10; times++) {
    await client.flushall();
    await sleep(20);
  }
  client.disconnect();
}
