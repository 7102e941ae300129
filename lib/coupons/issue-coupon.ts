import { coupons } from '@/db/schema/coupons';
import { addDays } from '@/lib/kernel/day';
import type { Locale } from '@/lib/kernel/locale';
import { queueMail } from '@/lib/mail/queue-mail';
import { tellMember } from '@/lib/notices/tell-member';
import { calendar } from '@/lib/platform/calendar';
import type { Tx } from '@/lib/platform/database';
import type { Discount } from './schema';

export type IssueCoupon = {
  memberId: string;
  postId: number;
  postTitle: string;
  discount: Discount;
  /** Whole business days after today; null is for good. */
  validDays: number | null;
  /** Null is any product. */
  productIds: readonly number[] | null;
  locale: Locale;
  now: Date;
};

/**
 * Gives a member the coupon of a post, with its mail and its notice, in the transaction that took it from the offer.
 * Null when the member has this post's coupon already: one a member and post (points rule 4).
 */
export async function issueCoupon(tx: Tx, wanted: IssueCoupon): Promise<{ id: number } | null> {
  const { memberId, postId, postTitle, discount, productIds, locale, now } = wanted;
  const expiresAt = wanted.validDays === null ? null : lastMoment(wanted.validDays, now);
  const [made] = await tx
    .insert(coupons)
    .values({
      memberId,
      postId,
      issuedAt: now,
      expiresAt,
      discountKind: discount.kind,
      discountValue: discount.value,
      productIds: productIds === null ? null : [...productIds],
    })
    .onConflictDoNothing()
    .returning({ id: coupons.id });
  if (!made) return null;
  const reference = `coupon:${made.id}`;
  const about = { postId, postTitle, discount };
  const data = { ...about, expiresAt: expiresAt?.toISOString() ?? null };
  await queueMail(tx, { memberId, sendId: reference, template: 'coupon-won', data, locale, now });
  await tellMember(tx, { memberId, reference, kind: 'coupon-won', data: about, now });
  return made;
}

/** The end of the last of so many whole business days. */
function lastMoment(validDays: number, now: Date): Date {
  const { dayOf, endOf } = calendar();
  return endOf(addDays(dayOf(now), validDays));
}
