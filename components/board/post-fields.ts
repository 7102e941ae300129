import type { Post, PostKind } from '@/lib/community/schema';

/** A post as it is being typed. */
export type PostFields = {
  kind: PostKind;
  title: string;
  body: string;
  /** Whether the first who comment win a coupon; for a post of an admin. */
  offered: boolean;
  coupons: string;
  discountKind: 'percent' | 'points';
  discountValue: string;
  validDays: string;
};

export const EMPTY_POST: PostFields = {
  kind: 'member',
  title: '',
  body: '',
  offered: false,
  coupons: '10',
  discountKind: 'percent',
  discountValue: '10',
  validDays: '30',
};

export const fieldsOf = ({ kind, title, body }: Post): PostFields => ({ ...EMPTY_POST, kind, title, body });

/** A new post in the shape of the API; what is no number is left to it to refuse. */
export function wantedOf(fields: PostFields) {
  const { kind, title, body, offered, coupons, discountKind, discountValue, validDays } = fields;
  const about = { kind, title, body };
  if (kind !== 'admin' || !offered) return about;
  const discount = { kind: discountKind, value: numberOf(discountValue) };
  const days = validDays.trim() === '' ? {} : { validDays: numberOf(validDays) };
  return { ...about, offer: { coupons: numberOf(coupons), discount, ...days } };
}

const numberOf = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : text);

/** A kept draft, or null for anything else. */
export function fieldsOfDraft(kept: unknown): PostFields | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const known = Object.keys(EMPTY_POST).filter((name) => typeof Reflect.get(kept, name) === typeofField(name));
  return { ...EMPTY_POST, ...Object.fromEntries(known.map((name) => [name, Reflect.get(kept, name)])) };
}

const typeofField = (name: string) => typeof Reflect.get(EMPTY_POST, name);
