import { DEMO_PAYOUT_ACCOUNTS } from '@/db/builders/payout-accounts';
import type { BuiltUser } from '@/db/builders/people';
import { type By, SYSTEM } from '@/lib/accounts/actor';
import { calendar } from '@/lib/platform/calendar';
import { approveMonth } from '@/lib/settlement/approve-month';
import { closeMonth } from '@/lib/settlement/close-month';
import { exportPayouts } from '@/lib/settlement/export-payouts';
import { holdPayout } from '@/lib/settlement/hold-payout';
import { type Month, monthOf } from '@/lib/settlement/month';
import { payFile } from '@/lib/settlement/pay-file';
import { putPayoutAccount } from '@/lib/settlement/put-payout-account';
import { listMonths } from '@/lib/settlement/queries/list-months';
import { listPayouts } from '@/lib/settlement/queries/list-payouts';

/**
 * Where the demo's creators are paid, and their past months: all but the latest are closed, the first ones paid, of the
 * last closed one a payout is approved and one held. The latest past month is left to be closed by whoever tries the demo.
 */
export async function seedPayouts(people: readonly BuiltUser[], now: Date): Promise<void> {
  const by = { actor: SYSTEM, requestId: 'seed', now };
  for (const [email, wanted] of Object.entries(DEMO_PAYOUT_ACCOUNTS)) {
    const creatorId = people.find((person) => person.email === email)?.id;
    if (creatorId) await putPayoutAccount({ ...by, creatorId, wanted });
  }
  const closable = (await closableMonths(now)).slice(0, -1);
  for (const month of closable) await closeMonth({ ...by, month });
  for (const month of closable.slice(0, -1)) {
    const { approved } = await approveMonth({ ...by, month });
    if (approved.count === 0) continue;
    const { reference } = await exportPayouts({ ...by, month });
    await payFile({ ...by, reference });
  }
  const last = closable.at(-1);
  if (last) await approveAndHold(last, by);
}

async function closableMonths(now: Date): Promise<Month[]> {
  const months = await listMonths(calendar().dayOf(now));
  return months
    .filter((month) => month.state === 'closable')
    .flatMap((month) => monthOf(month.month) ?? [])
    .reverse();
}

async function approveAndHold(month: Month, by: By): Promise<void> {
  await approveMonth({ ...by, month });
  const { items } = await listPayouts({ month, limit: 200 });
  const [, held] = items;
  if (held) await holdPayout({ ...by, id: held.id, reason: '예금주 이름을 확인하고 있습니다.' });
}
