import { db } from '@/lib/platform/database';
import { gather } from '@/lib/platform/gather';
import { singleton } from '@/lib/platform/singleton';

type Paid = { memberId: string; reference: string; now: Date };

/** Tells a member that a promise of points was paid, once however often it is told. Those that come together share a commit. */
export async function tellPaid(paid: Paid): Promise<void> {
  await gatherer()(paid);
}

const gatherer = () =>
  singleton('paid-notices', () =>
    gather<Paid, null>({
      run: tellTogether,
      sizeOf: () => 1,
      maxSize: 200,
      lanes: 1,
      maxWaiting: 10_000,
      maxWaitMilliseconds: 10_000,
    }),
  );

// In the order of the key, so that two processes never wait for each other, and each promise is looked up by its key.
const TELL = `insert into notices (member_id, reference, kind, data, at)
  select member_id, reference, 'points-paid', jsonb_build_object('points', a.amount, 'paidFor', a.kind), $3
  from (select distinct * from unnest($1::text[], $2::text[]) as w (member_id, reference)) w
  cross join lateral (
    select amount, kind from point_accruals where member_id = w.member_id and reference = w.reference offset 0
  ) a
  order by member_id, reference on conflict do nothing`;

async function tellTogether(paid: Paid[]): Promise<null[]> {
  const latest = new Date(Math.max(...paid.map(({ now }) => now.getTime())));
  const values = [paid.map(({ memberId }) => memberId), paid.map(({ reference }) => reference), latest];
  await db().$client.query({ name: 'tell-paid', text: TELL, values });
  return paid.map(() => null);
}
