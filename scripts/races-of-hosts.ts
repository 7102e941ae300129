import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { SYSTEM } from '@/lib/accounts/actor';
import { createAd } from '@/lib/ads/create-ad';
import { writePost } from '@/lib/community/testing/board';
import { db } from '@/lib/platform/database';
import { balanceOf, makeProduct, memberWith } from '@/lib/shop/testing/shop';
import type { Answer, ClientOfHosts } from './client-of-hosts';

const HOUR = 3_600_000;

type Asked = { memberId: string; answers: [Answer, Answer] };

/** Each member asks twice at once with one Idempotency-Key, all of them together. */
function race(client: ClientOfHosts, path: string, members: string[], body: object = {}): Promise<Asked[]> {
  return Promise.all(
    members.map(async (memberId) => {
      const ask = (key: string) => client.post(path, { ...body, memberId }, { 'idempotency-key': key });
      const key = randomUUID();
      return { memberId, answers: await Promise.all([ask(key), ask(key)]) };
    }),
  );
}

const membersOf = (n: number) => Array.from({ length: n }, () => `member ${randomUUID()}`);
const winnersOf = (asked: Asked[]) => asked.filter(({ answers: [first] }) => first.status === 201);

/** Both answers of each member are the same, and so many got what they asked for; the others are told 409. */
function expectOneTruth(asked: Asked[], winners: number): void {
  for (const { answers } of asked) expect(answers[0]).toEqual(answers[1]);
  expect(winnersOf(asked)).toHaveLength(winners);
  expect(asked.filter(({ answers: [first] }) => first.status === 409)).toHaveLength(asked.length - winners);
}

const ask = async (text: string, values: unknown[]) => (await db().$client.query(text, values)).rows;

/** So many members after so many places of an ad; returns the ad, whose rewards are paid by jobs. */
export async function raceForPlaces(client: ClientOfHosts, members: number, places: number): Promise<number> {
  const [startsAt, endsAt] = [-HOUR, HOUR].map((offset) => new Date(Date.now() + offset).toISOString()) as [
    string,
    string,
  ];
  const name = `race ${randomUUID()}`;
  const wanted = { name, text: 'Join in.', rewardPoints: 100, places, startsAt, endsAt, eligibility: [] };
  const { id } = await createAd({ wanted, actor: SYSTEM, requestId: 'race', now: new Date() });
  const asked = await race(client, `/api/v1/ads/${id}/participations`, membersOf(members));
  expectOneTruth(asked, places);
  const rows = await ask('select member_id as "memberId" from participations where ad_id = $1', [id]);
  const namesOf = (list: { memberId: string }[]) => list.map(({ memberId }) => memberId).sort();
  expect(namesOf(rows)).toEqual(namesOf(winnersOf(asked)));
  return id;
}

/** So many members comment on a post that has so many coupons: the first get them, one each, with a mail. */
export async function raceForCoupons(client: ClientOfHosts, members: number, coupons: number): Promise<void> {
  const offer = { coupons, discount: { kind: 'percent', value: 20 } } as const;
  const { id } = await writePost({ kind: 'admin', offer });
  const asked = await race(client, `/api/v1/posts/${id}/comments`, membersOf(members), { body: 'me' });
  expectOneTruth(asked, members);
  const rows = await ask(
    `select c.member_id as "memberId", (select count(*)::int from mails m
       where m.member_id = c.member_id and m.send_id = 'coupon:' || c.id) as mails from coupons c where post_id = $1 order by id`,
    [id],
  );
  const first = await ask(
    'select author_id as "memberId", 1 as mails from comments where post_id = $1 order by id limit $2',
    [id, coupons],
  );
  expect(rows).toEqual(first);
  expect(await ask('select comments, used from posts join post_offers on post_id = id where id = $1', [id])).toEqual([
    { comments: members, used: coupons },
  ]);
}

/** So many members with points for one order so many of a product: stock, vouchers and balances agree with the answers. */
export async function raceForStock(client: ClientOfHosts, members: number, stock: number): Promise<void> {
  const { id } = await makeProduct({ price: 600, stock });
  const buyers = await Promise.all(Array.from({ length: members }, () => memberWith(1000)));
  const asked = await race(client, `/api/v1/products/${id}/orders`, buyers);
  expectOneTruth(asked, stock);
  for (const { memberId, answers } of asked)
    expect(await balanceOf(memberId)).toBe(answers[0].status === 201 ? 400 : 1000);
  const counted = await ask(
    'select count(*)::int as orders, count(distinct voucher_code)::int as vouchers from orders where product_id = $1',
    [id],
  );
  expect(counted).toEqual([{ orders: stock, vouchers: stock }]);
}
