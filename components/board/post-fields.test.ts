import { expect, test } from 'vitest';
import { PostCreate } from '@/lib/community/schema';
import { EMPTY_POST, fieldsOfDraft, wantedOf } from './post-fields';

const written = { ...EMPTY_POST, title: 't', body: 'b' };

test('a post of a member carries no offer, whatever was typed before', () => {
  expect(wantedOf({ ...written, offered: true })).toEqual({ kind: 'member', title: 't', body: 'b' });
});

test('the offer of an admin is what the API takes', () => {
  const wanted = wantedOf({ ...written, kind: 'admin', offered: true, discountKind: 'points', discountValue: '500' });
  expect(PostCreate.parse(wanted).offer).toEqual({
    coupons: 10,
    discount: { kind: 'points', value: 500 },
    validDays: 30,
  });
  expect(wantedOf({ ...written, kind: 'admin', offered: true, validDays: ' ' })).not.toHaveProperty('offer.validDays');
});

test('what is no number is refused by the API, not guessed at', () => {
  const wanted = wantedOf({ ...written, kind: 'admin', offered: true, coupons: 'ten' });
  expect(PostCreate.safeParse(wanted).error?.issues[0]?.path).toEqual(['offer', 'coupons']);
});

test('a kept draft is read as far as it fits', () => {
  expect(fieldsOfDraft({ title: 'kept', body: 7, kind: 'notice' })).toEqual({
    ...EMPTY_POST,
    title: 'kept',
    kind: 'notice',
  });
  expect([fieldsOfDraft(null), fieldsOfDraft('x')]).toEqual([null, null]);
});
