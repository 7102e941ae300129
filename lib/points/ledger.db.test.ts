import fc from 'fast-check';
import pg from 'pg';
import { expect, test } from 'vitest';
import { DomainError } from '@/lib/kernel/error';
import { db, transaction } from '@/lib/platform/database';
import { transfer } from './transfer';

const now = new Date();
const MEMBERS = ['ann', 'bob', 'cat'];

type Act = { member: number; reference: number; amount: number; at: 'once' | 'twice at once' | 'killed before commit' };

const act: fc.Arbitrary<Act> = fc
  .record({
    member: fc.nat(MEMBERS.length - 1),
    // Few references, so that many are replays, of the same amount and of others.
    reference: fc.nat(12),
    amount: fc.integer({ min: 1, max: 60 }),
    at: fc.constantFrom<Act['at'][]>('once', 'once', 'twice at once', 'killed before commit'),
  })
  // A reference names one thing: either it gives or it takes.
  .map((one) => ({ ...one, amount: one.reference % 2 === 0 ? one.amount : -one.amount }));

/** What the ledger promises at every moment, as the database sees it. */
async function breaches(run: string) {
  const { rows } = await db().$client.query(
    `with mine as (select * from point_entries where member_id like $1)
     select
      (select count(*)::int from (select 1 from mine group by member_id, transfer_id having sum(amount) <> 0) x) as unbalanced,
      (select count(*)::int from (select member_id, sum(amount) as total from mine where account = 'wallet' group by member_id) e
        full join (select * from point_balances where member_id like $1) b using (member_id)
        where e.total is distinct from b.balance) as "wrongBalances",
      (select count(*)::int from point_balances where member_id like $1 and balance < 0) as negative,
      (select count(*)::int from (select 1 from point_transfers where member_id like $1 group by member_id, reference having count(*) > 1) x) as repeated,
      (select count(*)::int from point_transfers t where member_id like $1
        and (select count(*) from mine e where e.transfer_id = t.id) <> 2) as halved`,
    [`${run}%`],
  );
  return rows[0];
}
const NONE = { unbalanced: 0, wrongBalances: 0, negative: 0, repeated: 0, halved: 0 };

const seen = { moved: 0, replayed: 0, refused: 0, killed: 0 };

const move = (memberId: string, { reference, amount }: Act) =>
  transaction((tx) =>
    transfer(tx, { memberId, reference: `ref:${reference}`, amount, now, kind: 'correction', account: 'correction' }),
  ).then(
    ({ replayed }) => void seen[replayed ? 'replayed' : 'moved']++,
    (error) => {
      if (!(error instanceof DomainError)) throw error;
      seen.refused++;
    },
  );

/** The server process of this very transaction dies between its statements, as in a crash. */
async function killed(memberId: string, acted: Act): Promise<void> {
  const killer = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await killer.connect();
  const work = transaction(async (tx) => {
    const { rows } = await tx.execute<{ pid: number }>('select pg_backend_pid() as pid');
    await transfer(tx, {
      memberId,
      reference: `ref:${acted.reference}`,
      kind: 'correction',
      account: 'correction',
      amount: acted.amount,
      now,
    });
    await killer.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await tx.execute('select 1');
  });
  await work.then(
    () => expect.unreachable('the connection was killed'),
    (error) => (error instanceof DomainError ? seen.refused++ : seen.killed++),
  );
  await killer.end();
}

/** A book of one member kept by hand: what the ledger must come to when nothing runs at once. */
class Model {
  private readonly references = new Set<number>();
  balance = 0;

  apply({ reference, amount, at }: Act): void {
    if (at === 'killed before commit' || this.references.has(reference) || this.balance + amount < 0) return;
    this.references.add(reference);
    this.balance += amount;
  }
}

test('after any transfers, replays and crashes every member has what a book kept by hand says', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 25 }), async (acts) => {
      run += 1;
      const books = MEMBERS.map(() => new Model());
      for (const one of acts) {
        const memberId = `one${run} ${MEMBERS[one.member]}`;
        if (one.at === 'killed before commit') await killed(memberId, one);
        else await Promise.all([move(memberId, one), one.at === 'twice at once' && move(memberId, one)]);
        books[one.member]?.apply(one);
      }
      const { rows } = await db().$client.query<{ member_id: string; balance: number }>(
        'select member_id, balance from point_balances where member_id like $1',
        [`one${run} %`],
      );
      const balances = new Map(rows.map((row) => [row.member_id, row.balance]));
      expect(MEMBERS.map((name) => balances.get(`one${run} ${name}`) ?? 0)).toEqual(books.map((book) => book.balance));
      expect(await breaches(`one${run} `)).toEqual(NONE);
    }),
    { numRuns: 40 },
  );
  expect(Object.values(seen).every((count) => count > 20)).toBe(true);
});

test('with all of them at once, sums are zero, no balance is below it, and no reference moves twice', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 60 }), async (acts) => {
      run += 1;
      const member = (one: Act) => `all${run} ${MEMBERS[one.member]}`;
      await Promise.all(
        acts.map((one) => (one.at === 'killed before commit' ? killed(member(one), one) : move(member(one), one))),
      );
      expect(await breaches(`all${run} `)).toEqual(NONE);
    }),
    { numRuns: 25 },
  );
});
