import sharp from 'sharp';
import { buildPicture, type DemoPicture } from '@/db/builders/demo-picture';
import { DEMO_ORDERS, DEMO_PRODUCTS, type DemoProduct } from '@/db/builders/demo-products';
import type { BuiltUser } from '@/db/builders/people';
import { SYSTEM } from '@/lib/accounts/actor';
import { assetAddress } from '@/lib/assets/asset-address';
import { keepPicture } from '@/lib/assets/keep-picture';
import { listNotices } from '@/lib/notices/queries/list-notices';
import { readNotices } from '@/lib/notices/read-notices';
import { createProduct } from '@/lib/shop/create-product';
import { placeOrder } from '@/lib/shop/place-order';
import { redeemVoucher } from '@/lib/shop/redeem-voucher';
import { refundOrder } from '@/lib/shop/refund-order';
import { updateProduct } from '@/lib/shop/update-product';

const DAY_MILLISECONDS = 86_400_000;

/** The shop of the demo with what was bought in it, by the same verbs as any other. Nothing is later than `now`. */
export async function seedShop(people: readonly BuiltUser[], now: Date): Promise<void> {
  const ids = new Map<string, number>();
  for (const product of DEMO_PRODUCTS) ids.set(product.key, await seedProduct(product, now));
  for (const { email, key, daysAgo, outcome } of DEMO_ORDERS) {
    const memberId = people.find((user) => user.email === email)?.memberId ?? '';
    const by = byAt(now, daysAgo);
    const order = { productId: ids.get(key) ?? 0, memberId, couponId: null, seenPrice: null, answer: null };
    const placed = await placeOrder({ ...order, locale: 'ko', now: by.now });
    const later = byAt(now, daysAgo - 1);
    if (outcome === 'redeemed') await redeemVoucher({ typed: placed.voucherCode, answer: null, ...later });
    if (outcome === 'refunded')
      await refundOrder({ orderId: placed.id, reason: '같은 엽서를 이미 갖고 계심', locale: 'ko', ...later });
  }
  for (const { memberId } of people) await readOld(memberId, now);
}

/** Whoever signs in to the demo has seen what is older than a day. */
async function readOld(memberId: string, now: Date): Promise<void> {
  const { items } = await listNotices(memberId, { limit: 100 });
  const old = items.filter(({ at }) => now.getTime() - Date.parse(at) > DAY_MILLISECONDS);
  const upTo = Math.max(0, ...old.map(({ id }) => id));
  if (upTo > 0) await readNotices({ memberId, upTo, now });
}

const byAt = (now: Date, daysAgo: number) => ({
  actor: SYSTEM,
  requestId: 'seed',
  now: new Date(now.getTime() - daysAgo * DAY_MILLISECONDS),
});

async function seedProduct(product: DemoProduct, now: Date): Promise<number> {
  const { name, intro, price, stock, daysAgo, repriced, archived, picture } = product;
  const wanted = { name, intro, price, stock, imageUrl: await pictureOf(picture, now) };
  const { id } = await createProduct({ wanted, ...byAt(now, daysAgo) });
  if (repriced) await updateProduct({ id, wanted: { price: repriced.price }, ...byAt(now, repriced.daysAgo) });
  if (archived) await updateProduct({ id, wanted: { archived }, ...byAt(now, 1) });
  return id;
}

/** Null where there is no place to keep pictures. */
async function pictureOf(picture: DemoPicture, now: Date): Promise<string | null> {
  try {
    const drawn = await sharp(Buffer.from(buildPicture(picture)))
      .png({ compressionLevel: 1 })
      .toBuffer();
    return assetAddress((await keepPicture({ picture: drawn, actor: SYSTEM, now })).key);
  } catch (error) {
    console.warn(`a product has no picture: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}
