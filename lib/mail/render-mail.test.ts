import { expect, test } from 'vitest';
import { renderMail, type StoredMail } from './render-mail';

const bought = {
  template: 'ticket-bought',
  data: {
    orderId: 3,
    productName: '<b>Popcorn</b>',
    voucherCode: 'ABCDEFGHJKMNPQR5',
    price: 1000,
    discount: 100,
    paid: 900,
    balance: 12_100,
  },
} as const;

const won: StoredMail = {
  template: 'coupon-won',
  locale: 'en',
  data: {
    postId: 5,
    postTitle: 'Opening night',
    discount: { kind: 'percent', value: 20 },
    expiresAt: '2026-11-28T15:00:00.000Z',
  },
};

test.each(['ko', 'en'] as const)('a voucher is named in words, in figures and as a picture, in %s', async (locale) => {
  const mail = await renderMail({ ...bought, locale });
  expect(mail.text).toContain('ABCD-EFGH-JKMN-PQR5');
  expect(mail.text).toContain('12,100');
  expect(mail.pictures).toHaveLength(1);
  expect(mail.html).toContain('cid:voucher-qr');
});

test('what people wrote cannot become HTML', async () => {
  const { html } = await renderMail({ ...bought, locale: 'ko' });
  expect(html).not.toContain('<b>');
  expect(html).toContain('&lt;b&gt;Popcorn');
});

test('a coupon names its last day in the business time zone', async () => {
  const { text, subject } = await renderMail(won);
  expect(subject).toBe('You won a coupon: 20% off');
  expect(text).toContain('Nov 28');
});

test('the same mail is the same bytes each time', async () => {
  expect(await renderMail({ ...bought, locale: 'ko' })).toEqual(await renderMail({ ...bought, locale: 'ko' }));
});
