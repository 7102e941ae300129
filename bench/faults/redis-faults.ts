import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { startRedisServer } from '@/lib/platform/redis/testing/redis-server';
import { openGate } from './gate';
import { disturbAll, openTrial, type Plan, type Row } from './trial';

/** Longer than a command may take. */
const SLOW_MILLISECONDS = 2000;

/** Redis stopped, slow, emptied again and again, and restarted, under one server. */
export async function redisFaults(plan: Plan = {}): Promise<Row[]> {
  const redis = await startRedisServer();
  const gate = await openGate(Number(new URL(redis.url).port));
  const trial = await openTrial({
    REDIS_URL: `redis://127.0.0.1:${gate.port}`,
    REDIS_DEADLINE_MILLISECONDS: '150',
  });
  const nothing = async () => {};
  const slow = async () => gate.delay(SLOW_MILLISECONDS);
  const fast = async () => gate.delay(0);
  const restart = () => redis.kill().then(redis.start);
  const empty = () => emptyAgainAndAgain(redis.url);
  const disturbances = [
    { fault: 'Redis stopped', cause: redis.kill, heal: redis.start },
    { fault: 'Redis slow (2 s an answer)', cause: slow, heal: fast },
    { fault: 'Redis emptied, ten times', cause: nothing, meanwhile: empty, heal: nothing },
    { fault: 'Redis restarted', cause: nothing, meanwhile: restart, heal: nothing },
  ];
  try {
    return await disturbAll(trial, disturbances, plan);
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
