import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, type Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { now, stopwatch } from '@/lib/platform/clock';
import { type Disturbance, disturbAll, openTrial, type Plan, type Row, type Trial } from './trial';

const SLOW_CLIENTS = 50;
const MEBIBYTE = 1024 * 1024;
const FIVE_YEARS_DAYS = 1830;

/** Clients that would hold the server up: a byte a second, brackets without end, five years of figures. */
export async function clientFaults(plan: Plan = {}, settings: Record<string, string> = {}): Promise<Row[]> {
  const trial = await openTrial(settings);
  const nothing = async () => {};
  const seen = { slow: Promise.resolve(''), slowly: '', brackets: '', years: '' };
  const startSlowly = async () => {
    seen.slow = sendSlowly(trial);
  };
  const disturbances: Disturbance[] = [
    {
      fault: `${SLOW_CLIENTS} clients that send a byte a second`,
      cause: startSlowly,
      heal: async () => Object.assign(seen, { slowly: await seen.slow }),
      note: () => seen.slowly,
    },
    {
      fault: '1 MiB of brackets',
      cause: nothing,
      meanwhile: async () => Object.assign(seen, { brackets: await sendBrackets(trial) }),
      heal: nothing,
      note: () => seen.brackets,
    },
    {
      fault: 'A dashboard user who asks for five years',
      cause: nothing,
      meanwhile: async () => Object.assign(seen, { years: await askForYears(trial) }),
      heal: nothing,
      note: () => seen.years,
    },
  ];
  try {
    return await disturbAll(trial, disturbances, plan);
  } finally {
    await trial.server.kill();
  }
}

/** Half of them dawdle over the head of a request, the others over its body. */
async function sendSlowly({ server: { address }, key }: Trial): Promise<string> {
  const took = stopwatch();
  const statuses = await Promise.all(
    Array.from({ length: SLOW_CLIENTS }, (_, i) =>
      sendOneSlowly(Number(new URL(address).port), key.authorization, i % 2 === 0),
    ),
  );
  const cut = statuses.filter((status) => status === '408').length;
  if (cut !== SLOW_CLIENTS) throw new Error(`slow clients were answered ${statuses.join()}`);
  return `all answered 408 and cut off within ${Math.round(took() / 1000)} s`;
}

async function sendOneSlowly(port: number, authorization: string, inHead: boolean): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let said = '';
  socket.on('data', (data) => {
    said += data;
  });
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(
    `POST /api/v1/events HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\nauthorization: ${authorization}\r\n`,
  );
  if (!inHead) socket.write(`content-length: ${MEBIBYTE}\r\n\r\n`);
  const dripping = setInterval(() => socket.write(inHead ? 'x' : ' '), 1000);
  await once(socket, 'close');
  clearInterval(dripping);
  return said.match(/^HTTP\/1.1 (\d+)/)?.[1] ?? 'nothing';
}

async function sendBrackets({ server, key }: Trial): Promise<string> {
  const bodies = ['[', '{"a":', '{"events":[', '[{"a":'].map((text) => text.repeat(Math.floor(MEBIBYTE / text.length)));
  const answers = await Promise.all(
    [...bodies, ...bodies].map((body) =>
      server.ask('POST', '/api/v1/events', { body, headers: { ...key, 'content-type': 'application/json' } }),
    ),
  );
  const wrong = answers.filter(({ code }) => code !== 'platform/too-deep');
  if (wrong.length > 0) throw new Error(`brackets were answered ${JSON.stringify(wrong)}`);
  const slowest = Math.max(...answers.map(({ tookMilliseconds }) => tookMilliseconds));
  return `${answers.length} times 400 platform/too-deep, within ${slowest} ms`;
}

/** Eight at once, ten times each, and somebody who asks for a day more. */
async function askForYears({ server, key }: Trial): Promise<string> {
  const to = calendar().dayOf(now());
  const ask = (days: number) => server.ask('GET', statsPath(to, days), { headers: key });
  let slowest = 0;
  const askAgain = async () => {
    for (let times = 0; times < 10; times++) {
      const { status, tookMilliseconds } = await ask(FIVE_YEARS_DAYS);
      if (status !== 200) throw new Error(`five years were answered ${status}`);
      slowest = Math.max(slowest, tookMilliseconds);
      await sleep(1);
    }
  };
  await Promise.all(Array.from({ length: 8 }, askAgain));
  const { status, code } = await ask(FIVE_YEARS_DAYS + 1);
  if (status !== 422) throw new Error(`a day more was answered ${status}`);
  return `80 answers of ${FIVE_YEARS_DAYS} days within ${slowest} ms each; a day more is ${status} ${code}`;
}

const statsPath = (to: Day, days: number) => `/api/v1/stats?from=${addDays(to, 1 - days)}&to=${to}&group=day`;
