import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueKey } from '@/lib/accounts/issue-key';
import { type Answer, JoinServers } from '@/lib/ads/testing/join-servers';
import { db } from '@/lib/platform/database';

const PLACES = 1000;
const MEMBERS = 5000;

let servers: JoinServers;
let headers: Record<string, string>;
let adId = 0;

beforeAll(async () => {
  const unlimited = { requestsPerSecond: 1_000_000, burst: 1_000_000 };
  const { key } = await issueKey(db(), {
    name: 'the race',
    kind: 'secret',
    scopes: ['ads:join'],
    allowedOrigins: [],
    ...unlimited,
    now: new Date(),
  });
  headers = { authorization: `Bearer ${key}` };
  const { rows } = await db().$client.query<{ id: number }>(
    `insert into ads (name, text, reward_points, places, starts_at, ends_at)
     values ('a race', 'text', 100, $1, now() - interval '1 hour', now() + interval '1 hour') returning id`,
    [PLACES],
  );
  adId = rows[0]?.id ?? 0;
  servers = await JoinServers.start(4);
});

afterAll(() => servers.stop());

type Member = { memberId: string; key: string };

const ask = (which: number, { memberId, key }: Member) =>
  servers.post(which, `/api/v1/ads/${adId}/participations`, { memberId }, { ...headers, 'idempotency-key': key });

/** Asks as a client does: when no answer comes, the same again with the same key, elsewhere. */
async function askUntilAnswered(which: number, member: Member, seen: { lost: number }): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    const answer = await ask(which + tries, member);
    if (!('lost' in answer) && answer.status < 500) return answer;
    seen.lost += 1;
    if (tries > 20) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50 * tries));
  }
}

test('of 5,000 members after 1,000 places over four servers, one killed, exactly 1,000 get one, once', async () => {
  const seen = { lost: 0 };
  const members = Array.from({ length: MEMBERS }, (): Member => ({ memberId: randomUUID(), key: randomUUID() }));
  let answered = 0;
  const sent = members.map(async (member, i) => {
    const first = askUntilAnswered(i, member, seen);
    // A third asks twice at once, on two servers.
    const second = i % 3 === 0 ? askUntilAnswered(i + 1, member, seen) : first;
    const answers = await Promise.all([first, second]);
    answered += 1;
    if (answered === 300) await servers.kill(3);
    return answers;
  });
  const answers = await Promise.all(sent);
  expect(seen.lost, 'requests under way when the server was killed').toBeGreaterThan(0);

  const statusOf = (answer: Answer) => ('lost' in answer ? 0 : answer.status);
  expect(answers.every(([first, second]) => JSON.stringify(first) === JSON.stringify(second))).toBe(true);
  const won = answers.flatMap(([first], i) => (statusOf(first as Answer) === 201 ? [i] : []));
  expect(won).toHaveLength(PLACES);
  expect(answers.filter(([first]) => statusOf(first as Answer) === 409)).toHaveLength(MEMBERS - PLACES);

  const { rows } = await db().$client.query<{ id: number; memberId: string }>(
    'select id, member_id as "memberId" from participations where ad_id = $1',
    [adId],
  );
  expect(rows).toHaveLength(PLACES);
  const idOf = new Map(rows.map((row) => [row.memberId, row.id]));
  for (const i of won) {
    const [answer] = answers[i] ?? [];
    const said = answer && 'text' in answer ? JSON.parse(answer.text) : {};
    expect(said).toMatchObject({ adId, memberId: members[i]?.memberId, id: idOf.get(members[i]?.memberId ?? '') });
  }
  const { rows: figures } = await db().$client.query(
    `select used, (select count(*)::int from point_accruals where kind = 'ad-reward') as promised,
      (select count(*)::int from graphile_worker._private_jobs) as queued from ads where id = $1`,
    [adId],
  );
  expect(figures).toEqual([{ used: PLACES, promised: PLACES, queued: PLACES }]);
}, 120_000);
