import { disturbAll, openTrial, type Plan, type Row, type Trial } from './trial';

const HOUR = 3_600_000;
const JUMPS: [name: string, milliseconds: number][] = [
  ['an hour ahead', HOUR],
  ['an hour back', -HOUR],
  ['a day ahead', 24 * HOUR],
  ['a day back', -24 * HOUR],
];

/** The server's clock jumps, its crons run by the wrong time, and it is put right. Users have the right time. */
export async function clockFaults(plan: Plan = {}): Promise<Row[]> {
  const trial = await openTrial({});
  const disturbances = JUMPS.map(([name, milliseconds]) => ({
    fault: `Clock ${name}`,
    cause: () => trial.server.shiftClock(milliseconds),
    meanwhile: runCrons,
    heal: () => trial.server.shiftClock(0),
  }));
  try {
    return await disturbAll(trial, disturbances, plan);
  } finally {
    await trial.server.kill();
  }
}

/** What the scheduler would ask for meanwhile: the day may be settled too early, and is settled again. */
async function runCrons({ server, cron }: Trial): Promise<void> {
  await server.ask('GET', '/api/cron/daily', { headers: cron });
  await server.ask('GET', '/api/cron/minute', { headers: cron });
}
