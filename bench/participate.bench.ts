import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Call, type Load, load } from './load';
import { type Stage, setStage } from './stage';
import { median, round } from './statistics';
import { unlimitedKey } from './unlimited-key';

const CONNECTIONS = 32;
const SECONDS = 5;
const ROUNDS = 3;
const ADS = 1000;
const SOLD_OUT = ADS + 1;

/**
 * Joins per second through POST /api/v1/ads/{id}/participations, of one hot ad, of a thousand ads and of one that is
 * sold out, with one and with two server processes, beside the floor: the same transaction from a bare script. All in
 * turn, round by round; the accruals are paid meanwhile.
 */
export async function bench() {
  const stage = await setStage();
  const headers = await prepare(stage);
  const one = [stage.address];
  const rounds: Record<string, Load>[] = [];
  for (let n = 0; n < ROUNDS; n++)
    rounds.push({
      hotFloor: await floor(stage, 1),
      adsFloor: await floor(stage, ADS),
      ...(await ask(one, headers, 'One')),
    });
  const two = [stage.address, await stage.startAnother()];
  const more = [];
  for (let n = 0; n < ROUNDS; n++) more.push(await ask(two, headers, 'Two'));
  const figures = { ...summarize(rounds), ...summarize(more) };
  const { rows } = await stage.query(
    `select (select sum(used) from ads where places > 1)::int as used, (select count(*) from participations)::int as joined`,
  );
  await stage.stop();
  const hotToFloor = round(median(rounds.map((r) => (r.hotOne?.perSecond ?? 0) / (r.hotFloor?.perSecond ?? 1))));
  return { connections: CONNECTIONS, secondsEach: SECONDS, rounds: ROUNDS, figures, hotToFloor, ...rows[0] };
}

async function prepare(stage: Stage): Promise<Record<string, string>> {
  await stage.query(
    `insert into ads (name, text, reward_points, places, starts_at, ends_at)
     select 'ad ' || n, 'text', 100, case when n = ${SOLD_OUT} then 1 else 1000000000 end, now() - interval '1 day', now() + interval '1 day'
     from generate_series(1, ${SOLD_OUT}) n`,
  );
  const headers = await unlimitedKey(['ads:join']);
  await load(
    callOf(stage.address, headers, () => SOLD_OUT),
    1,
    0.05,
  );
  return headers;
}

async function ask(addresses: string[], headers: Record<string, string>, name: string): Promise<Record<string, Load>> {
  const of = (adId: () => number, expected = 201) =>
    load(
      addresses.map((address) => callOf(address, headers, adId, expected)),
      CONNECTIONS,
      SECONDS,
    );
  return {
    [`hot${name}`]: await of(() => 1),
    [`ads${name}`]: await of(() => 1 + Math.floor(Math.random() * ADS)),
    [`soldOut${name}`]: await of(() => SOLD_OUT, 409),
  };
}

const callOf = (address: string, headers: Record<string, string>, adId: () => number, expected = 201): Call => ({
  method: 'POST',
  url: () => `${address}/api/v1/ads/${adId()}/participations`,
  headers,
  body: () => `{"memberId":"${randomUUID()}"}`,
  expected,
});

function floor(stage: Stage, ads: number): Promise<Load> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('./participate-floor.ts', import.meta.url));
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', script, stage.databaseUrl, String(ads), String(CONNECTIONS), String(SECONDS)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    createInterface({ input: child.stdout }).on('line', (line) => resolve(JSON.parse(line)));
    child.on('error', reject);
  });
}

function summarize(rounds: Record<string, Load>[]): Record<string, Load> {
  const middle = (name: string, pick: (one: Load) => number) =>
    round(median(rounds.flatMap((one) => (one[name] ? [pick(one[name])] : []))));
  return Object.fromEntries(
    Object.keys(rounds[0] ?? {}).map((name) => [
      name,
      {
        perSecond: middle(name, (one) => one.perSecond),
        p50Milliseconds: middle(name, (one) => one.p50Milliseconds),
        p99Milliseconds: middle(name, (one) => one.p99Milliseconds),
        failed: middle(name, (one) => one.failed),
      },
    ]),
  );
}
