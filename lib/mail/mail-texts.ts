import { formatDay, formatNumber } from '@/lib/kernel/format';
import type { Locale } from '@/lib/kernel/locale';
import { calendar } from '@/lib/platform/calendar';
import type { MailData, MailTemplate } from './schema';

/** What a mail says, before it becomes text and HTML. Links are paths; `voucherCode` is shown large, with its QR code. */
export type MailWords = {
  subject: string;
  lead: string;
  facts: [label: string, value: string][];
  voucherCode: string | null;
  link: { label: string; path: string };
  foot: string;
};

type Writers = { [T in MailTemplate]: (data: MailData[T]) => MailWords };

/** The texts of every kind of mail, in every language. */
export const mailTexts: Record<Locale, Writers> = {
  ko: {
    'coupon-won': ({ postId, postTitle, discount, expiresAt }) => ({
      subject: `${discountKo(discount)} 쿠폰을 드립니다`,
      lead: `‘${postTitle}’ 글에 선착순으로 댓글을 남기셔서 쿠폰을 드립니다. 상품을 살 때 골라 쓰세요.`,
      facts: [
        ['할인', discountKo(discount)],
        ['사용 기한', expiresAt === null ? '기한 없음' : `${dayBefore(expiresAt, 'ko')}까지`],
      ],
      voucherCode: null,
      link: { label: '상점에서 쓰기', path: '/shop' },
      foot: `글 보기: /board/${postId}`,
    }),
    'ticket-bought': ({ orderId, productName, voucherCode, price, discount, paid, balance }) => ({
      subject: `${productName} 교환권이 도착했습니다`,
      lead: '매장에서 아래 QR 코드를 보여 주세요. 교환권은 한 번만 쓸 수 있습니다.',
      facts: [
        ['상품', productName],
        ['가격', pointsKo(price)],
        ...(discount > 0 ? [fact('쿠폰 할인', `−${pointsKo(discount)}`)] : []),
        ['결제', pointsKo(paid)],
        ['남은 포인트', pointsKo(balance)],
        ['주문 번호', String(orderId)],
      ],
      voucherCode,
      link: { label: '교환권 열기', path: `/vouchers/${voucherCode}` },
      foot: '직접 사지 않으셨다면 바로 운영자에게 알려 주세요.',
    }),
    'ticket-refunded': ({ orderId, productName, paid, reason }) => ({
      subject: `${productName} 주문이 환불되었습니다`,
      lead: '포인트를 돌려 드렸습니다. 받으신 교환권은 이제 쓸 수 없습니다.',
      facts: [
        ['상품', productName],
        ['돌려 드린 포인트', pointsKo(paid)],
        ['사유', reason],
        ['주문 번호', String(orderId)],
      ],
      voucherCode: null,
      link: { label: '포인트 보기', path: '/points' },
      foot: '궁금한 점은 운영자에게 물어보세요.',
    }),
  },
  en: {
    'coupon-won': ({ postId, postTitle, discount, expiresAt }) => ({
      subject: `You won a coupon: ${discountEn(discount)} off`,
      lead: `You were among the first to comment on “${postTitle}”. Choose the coupon when you buy a ticket.`,
      facts: [
        ['Discount', discountEn(discount)],
        ['Valid', expiresAt === null ? 'for good' : `through ${dayBefore(expiresAt, 'en')}`],
      ],
      voucherCode: null,
      link: { label: 'Use it in the shop', path: '/shop' },
      foot: `The post: /board/${postId}`,
    }),
    'ticket-bought': ({ orderId, productName, voucherCode, price, discount, paid, balance }) => ({
      subject: `Your voucher for ${productName}`,
      lead: 'Show this QR code at the counter. A voucher can be redeemed once.',
      facts: [
        ['Product', productName],
        ['Price', pointsEn(price)],
        ...(discount > 0 ? [fact('Coupon', `−${pointsEn(discount)}`)] : []),
        ['Paid', pointsEn(paid)],
        ['Balance', pointsEn(balance)],
        ['Order', String(orderId)],
      ],
      voucherCode,
      link: { label: 'Open the voucher', path: `/vouchers/${voucherCode}` },
      foot: 'If you did not buy this, tell the staff at once.',
    }),
    'ticket-refunded': ({ orderId, productName, paid, reason }) => ({
      subject: `Your order of ${productName} was refunded`,
      lead: 'Your points are back. The voucher that you were sent is void now.',
      facts: [
        ['Product', productName],
        ['Points back', pointsEn(paid)],
        ['Reason', reason],
        ['Order', String(orderId)],
      ],
      voucherCode: null,
      link: { label: 'See your points', path: '/points' },
      foot: 'If you have a question, ask the staff.',
    }),
  },
};

type Discount = MailData['coupon-won']['discount'];

const fact = (label: string, value: string): [string, string] => [label, value];
const pointsKo = (points: number) => `${formatNumber(points, 'ko')}P`;
const pointsEn = (points: number) => `${formatNumber(points, 'en')} points`;
const discountKo = ({ kind, value }: Discount) => (kind === 'percent' ? `${value}% 할인` : `${pointsKo(value)} 할인`);
const discountEn = ({ kind, value }: Discount) => (kind === 'percent' ? `${value}%` : pointsEn(value));

/** The last day on which something that expires at an instant can be used. */
function dayBefore(expiresAt: string, locale: Locale): string {
  return formatDay(calendar().dayOf(new Date(new Date(expiresAt).getTime() - 1)), locale, 'long');
}
