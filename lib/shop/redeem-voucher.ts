import { eq } from 'drizzle-orm';
import { vouchers } from '@/db/schema/shop';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { transaction } from '@/lib/platform/database';
import type { FirstAnswer } from '@/lib/platform/first-answer';
import { keepAnswerIn } from '@/lib/platform/keep-answer-in';
import { shopErrors } from './errors';
import { getVoucher } from './queries/get-voucher';
import { voucherCodeIn } from './rules';
import type { Voucher } from './schema';
import { lockVoucher } from './store';

type RedeemVoucher = By & { typed: string; answer: FirstAnswer | null };

/** Staff hand out what a voucher is for, once. Errors: shop/voucher-mistyped, shop/voucher-not-found, shop/voucher-redeemed, shop/voucher-void. */
export async function redeemVoucher({ typed, actor, requestId, now, answer }: RedeemVoucher): Promise<Voucher> {
  const code = voucherCodeIn(typed);
  if (code === null) throw shopErrors.voucherMistyped();
  return transaction(async (tx) => {
    const { redeemedAt, redeemedBy, voidedAt, orderId } = await lockVoucher(tx, code);
    if (redeemedAt !== null) throw shopErrors.voucherRedeemed(redeemedAt.toISOString(), redeemedBy ?? '');
    if (voidedAt !== null) throw shopErrors.voucherVoid();
    await tx.update(vouchers).set({ redeemedAt: now, redeemedBy: actor.name }).where(eq(vouchers.code, code));
    const subject = { kind: 'order', id: orderId };
    await appendAudit(tx, { actor, action: 'voucher.redeemed', subject, requestId });
    const redeemed = await getVoucher(tx, { typed: code, memberId: null });
    await keepAnswerIn(tx, answer, { status: 200, body: redeemed, now });
    return redeemed;
  });
}
