import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { issueKey } from '@/lib/accounts/issue-key';
import { type Answer, JoinServers } from '@/lib/ads/testing/join-servers';
import { db } from '@/lib/platform/database';
import { balanceOf, ledgerAndStock, makeProduct, memberWith } from '@/lib/shop/testing/shop';

const STOCK = 60;
const MEMBERS = 100;

let servers: JoinServers | undefined;

afterEach(() => {
  servers?.stop();
  delete process.env.SMTP_URL;
});

type Buyer = { memberId: string; key: string };
type Race = { on: JoinServers; path: string; headers: Record<string, string>; lost: number };

/** Asks as a client does: when no answer comes, the same again with the same key, elsewhere. */
async function buyUntilAnswered(race: Race, which: number, { memberId, key }: Buyer): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    const headers = { ...race.headers, 'idempotency-key': key };
    const answer = await race.on.post(which + tries, race.path, { memberId }, headers);
    if (!('lost' in answer) && answer.status < 500) return answer;
    race.lost += 1;
    if (tries > 20) return answer;
    await sleep(50 * tries);
  }
}

test('100 members after 60 over four servers, each twice at once, one server killed, no mail server: 60 sold, each paid once', async () => {
  // Nobody listens there: mails wait, and no order waits for them.
  process.env.SMTP_URL = 'smtp://127.0.0.1:1';
  const product = await makeProduct({ price: 600, stock: STOCK });
  const buyers = await Promise.all(
    Array.from({ length: MEMBERS }, async () => ({ memberId: await memberWith(1000), key: randomUUID() })),
  );
  const { key } = await issueKey(db(), {
    name: 'race',
    kind: 'secret',
    scopes: ['shop:order'],
    allowedOrigins: [],
    requestsPerSecond: 1_000_000,
    burst: 1_000_000,
    now: new Date(),
  });
  servers = await JoinServers.start(4);
  const path = `/api/v1/products/${product.id}/orders`;
  const race: Race = { on: servers, path, headers: { authorization: `Bearer ${key}` }, lost: 0 };
  let answered = 0;
  // At the first answers, while each server has most of its requests under way.
  const buy = async (which: number, buyer: Buyer) => {
    const answer = await buyUntilAnswered(race, which, buyer);
    answered += 1;
    if (answered === 3) await race.on.kill(3);
    return answer;
  };
  const answers = await Promise.all(buyers.map((buyer, i) => Promise.all([buy(i, buyer), buy(i + 1, buyer)])));
  expect(race.lost, 'requests under way when the server was killed').toBeGreaterThan(0);
  expect(answers.every(([first, second]) => JSON.stringify(first) === JSON.stringify(second))).toBe(true);
  const statuses = answers.map(([first]) => ('status' in first ? first.status : 0));
  expect(statuses.filter((status) => status === 201)).toHaveLength(STOCK);
  expect(statuses.filter((status) => status === 409)).toHaveLength(MEMBERS - STOCK);
  const balances = await Promise.all(buyers.map(({ memberId }) => balanceOf(memberId)));
  expect(balances.map((balance) => (balance === 400 ? 201 : 409))).toEqual(statuses);
  const { rows } = await db().$client.query(
    `select count(*)::int as orders, count(v.code)::int as vouchers, count(m.send_id)::int as mails from orders o
     left join vouchers v on v.code = o.voucher_code
     left join mails m on m.member_id = o.member_id and m.send_id = 'order:' || o.id where o.product_id = $1`,
    [product.id],
  );
  expect(rows).toEqual([{ orders: STOCK, vouchers: STOCK, mails: STOCK }]);
  expect(await ledgerAndStock()).toEqual({ ledger: 0, stock: 0 });
});
