import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { SYSTEM } from '@/lib/accounts/actor';
import { issueKey } from '@/lib/accounts/issue-key';
import { createAd } from '@/lib/ads/create-ad';
import { type Answer, JoinServers } from '@/lib/ads/testing/join-servers';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { checkIntegrity } from '@/lib/integrity/queries/check-integrity';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { releaseLostJobs } from '@/lib/platform/release-lost-jobs';
import { redriveJobs } from '@/lib/status/redrive-jobs';
import { type PointApi, startPointApi } from '@/scripts/point-api';

const PLACES = 1000;
const MEMBERS = 5000;
const REWARD = 100;

type Member = { memberId: string; key: string };
type Race = { servers: JoinServers; adId: number; headers: Record<string, string>; lost: number };

let race: Race | undefined;
let api: PointApi | undefined;

afterEach(async () => {
  race?.servers.stop();
  await api?.stop();
  delete process.env.POINTS_API_URL;
});

async function start(name: string): Promise<Race> {
  const { key } = await issueKey(db(), {
    name,
    kind: 'secret',
    scopes: ['ads:join'],
    allowedOrigins: [],
    requestsPerSecond: 1_000_000,
    burst: 1_000_000,
    now: new Date(),
  });
  await ensurePartitions(partitionRange(calendar().dayOf(new Date())));
  const { id: adId } = await createAd({
    wanted: {
      name,
      text: 'Join in.',
      rewardPoints: REWARD,
      places: PLACES,
      startsAt: new Date(Date.now() - 3_600_000).toISOString(),
      endsAt: new Date(Date.now() + 3_600_000).toISOString(),
      eligibility: [],
    },
    actor: SYSTEM,
    requestId: 'race',
    now: new Date(),
  });
  race = { servers: await JoinServers.start(4), adId, headers: { authorization: `Bearer ${key}` }, lost: 0 };
  return race;
}

/** Asks as a client does: when no answer comes, the same again with the same key, elsewhere. */
async function askUntilAnswered(on: Race, which: number, { memberId, key }: Member): Promise<Answer> {
  const path = `/api/v1/ads/${on.adId}/participations`;
  for (let tries = 0; ; tries++) {
    const answer = await on.servers.post(which + tries, path, { memberId }, { ...on.headers, 'idempotency-key': key });
    if (!('lost' in answer) && answer.status < 500) return answer;
    on.lost += 1;
    if (tries > 20) return answer;
    await sleep(50 * tries);
  }
}

/** All members at once over the four servers, a third of them twice at once on two; one server is killed on the way. */
async function run(on: Race, members: Member[]): Promise<Answer[][]> {
  let answered = 0;
  return Promise.all(
    members.map(async (member, i) => {
      const first = askUntilAnswered(on, i, member);
      const answers = await Promise.all([first, i % 3 === 0 ? askUntilAnswered(on, i + 1, member) : first]);
      answered += 1;
      if (answered === 300) await on.servers.kill(3);
      return answers;
    }),
  );
}

/** Exactly the places there are were given out, and every answer is the truth. */
async function expectExact(on: Race, members: Member[], answers: Answer[][]): Promise<void> {
  expect(on.lost, 'requests under way when the server was killed').toBeGreaterThan(0);
  expect(answers.every(([first, second]) => JSON.stringify(first) === JSON.stringify(second))).toBe(true);
  const firsts = answers.map(([first]) => (first && 'text' in first ? first : { status: 0, text: '{}' }));
  expect(firsts.filter((one) => one.status === 409)).toHaveLength(MEMBERS - PLACES);
  const { rows } = await db().$client.query<{ id: number; memberId: string }>(
    'select id, member_id as "memberId" from participations where ad_id = $1',
    [on.adId],
  );
  expect(rows).toHaveLength(PLACES);
  const said = firsts.flatMap(({ status, text }, i) =>
    status === 201 ? [{ id: JSON.parse(text).id, memberId: members[i]?.memberId }] : [],
  );
  const byId = (a: { id: number }, b: { id: number }) => a.id - b.id;
  expect(said.sort(byId)).toEqual(rows.sort(byId));
}

const pendingOf = async (on: Race) => {
  const { rows } = await db().$client.query<{ n: number }>(
    `select count(*)::int as n from participations p join point_accruals a
       on a.member_id = p.member_id and a.reference = 'participation:' || p.id and a.accrued_at is null
     where p.ad_id = $1`,
    [on.adId],
  );
  return rows[0]?.n ?? -1;
};

/** Jobs of the killed server are taken for lost at once, and so are some that still run: twice at once is once. */
async function untilPaid(on: Race, meanwhile: () => Promise<unknown> = async () => {}): Promise<void> {
  for (let tries = 0; tries < 250 && (await pendingOf(on)) > 0; tries++) {
    await meanwhile();
    await releaseLostJobs(db(), { 'accrue-points': 0 });
    await db().$client.query(
      `select graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) from graphile_worker._private_jobs
       where locked_at is null and attempts < max_attempts and run_at > now()`,
    );
    await sleep(400);
  }
}

const someMembers = () =>
  Array.from({ length: MEMBERS }, (): Member => ({ memberId: randomUUID(), key: randomUUID() }));

test('5,000 members after 1,000 places over four servers, one killed: exactly 1,000 get one, each paid once', async () => {
  const on = await start('a race');
  const members = someMembers();
  await expectExact(on, members, await run(on, members));
  await untilPaid(on);
  const { rows } = await db().$client.query(
    `select a.used, count(*)::int as paid, sum(b.balance)::int as points
     from participations p join point_balances b on b.member_id = p.member_id join ads a on a.id = p.ad_id
     where p.ad_id = $1 and b.balance = ${REWARD} group by a.used`,
    [on.adId],
  );
  expect(rows).toEqual([{ used: PLACES, paid: PLACES, points: PLACES * REWARD }]);
  const { checks } = await checkIntegrity(new Date());
  expect(checks.filter((check) => !check.ok)).toEqual([]);
});

test('the same with a point API that fails a third of the time, is late and drops: each is credited once', async () => {
  api = await startPointApi({ status: 400 });
  process.env.POINTS_API_URL = api.url;
  const on = await start('a race with an API');
  const members = someMembers();
  await expectExact(on, members, await run(on, members));
  // At first it takes nothing, so that whatever was tried by now has failed for good and is kept.
  await expect.poll(async () => (await failed()) > 0, { timeout: 120_000 }).toBe(true);
  api.behave({ status: null, fail: 0.33, drop: 0.1, slow: 100 });
  // An API that is away uses up the tries of jobs that are hurried; an admin runs what failed for good again.
  const redrive = () =>
    redriveJobs({ wanted: { task: 'accrue-points', all: true }, actor: SYSTEM, requestId: 'race', now: new Date() });
  await untilPaid(on, redrive);
  expect(await pendingOf(on)).toBe(0);
  expect(await failed()).toBe(0);
  expect(api.ledger.size).toBe(PLACES);
  expect([...api.ledger.values()].every((credit) => credit.points === REWARD)).toBe(true);
  expect(Math.max(...api.asked.values()), 'some were asked for again').toBeGreaterThan(1);
}, 180_000);

async function failed(): Promise<number> {
  const { rows } = await db().$client.query<{ n: number }>(
    'select count(*)::int as n from graphile_worker._private_jobs where attempts >= max_attempts',
  );
  return rows[0]?.n ?? -1;
}
