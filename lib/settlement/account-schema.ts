import { z } from 'zod';
import { lineOf } from '@/lib/kernel/fields';
import { Payee } from './statement-schema';

/** Banks by the code that Korean interbank transfers know them by. */
export const BANKS = {
  '004': { ko: 'KB국민은행', en: 'KB Kookmin Bank' },
  '088': { ko: '신한은행', en: 'Shinhan Bank' },
  '020': { ko: '우리은행', en: 'Woori Bank' },
  '081': { ko: '하나은행', en: 'Hana Bank' },
  '011': { ko: 'NH농협은행', en: 'NH Nonghyup Bank' },
  '003': { ko: 'IBK기업은행', en: 'Industrial Bank of Korea' },
  '090': { ko: '카카오뱅크', en: 'KakaoBank' },
  '092': { ko: '토스뱅크', en: 'Toss Bank' },
  '089': { ko: '케이뱅크', en: 'K bank' },
  '002': { ko: 'KDB산업은행', en: 'Korea Development Bank' },
  '007': { ko: '수협은행', en: 'Suhyup Bank' },
  '012': { ko: '지역농·축협', en: 'Regional Nonghyup' },
  '023': { ko: 'SC제일은행', en: 'Standard Chartered Bank Korea' },
  '027': { ko: '한국씨티은행', en: 'Citibank Korea' },
  '031': { ko: 'iM뱅크', en: 'iM Bank' },
  '032': { ko: '부산은행', en: 'Busan Bank' },
  '034': { ko: '광주은행', en: 'Kwangju Bank' },
  '035': { ko: '제주은행', en: 'Jeju Bank' },
  '037': { ko: '전북은행', en: 'Jeonbuk Bank' },
  '039': { ko: '경남은행', en: 'Kyongnam Bank' },
  '045': { ko: '새마을금고', en: 'MG Community Credit' },
  '048': { ko: '신협', en: 'Credit Union' },
  '050': { ko: '저축은행', en: 'Savings Banks' },
  '064': { ko: '산림조합', en: 'National Forestry Cooperative' },
  '071': { ko: '우체국', en: 'Korea Post' },
} as const;

export type BankCode = keyof typeof BANKS;

const isBank = (code: string): code is BankCode => code in BANKS;

/** The name of a bank in a language; its code when it is none of ours. */
export function bankName(code: string, locale: string): string {
  return isBank(code) ? BANKS[code][locale === 'ko' ? 'ko' : 'en'] : code;
}

/** Whether the tenth digit of a Korean business registration number is the check digit of the nine before. */
export function isBusinessNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  const [d0 = 0, d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0, d6 = 0, d7 = 0, d8 = 0, check] = [...digits].map(Number);
  const sum = d0 + 3 * d1 + 7 * d2 + d3 + 3 * d4 + 7 * d5 + d6 + 3 * d7 + 5 * d8 + Math.floor((5 * d8) / 10);
  return (10 - (sum % 10)) % 10 === check;
}

const digitsOf = (text: string) => text.replace(/[\s-]/g, '');

/** Where to be paid. Hyphens and spaces in numbers are fine; a business gives its registration number. */
export const PayoutAccountPut = z
  .strictObject({
    bank: z.string('is missing').refine(isBank, 'is the code of no bank; send one such as 004'),
    number: z
      .string('is missing')
      .transform(digitsOf)
      .pipe(z.string().regex(/^\d{8,16}$/, 'needs 8 to 16 digits')),
    holder: lineOf('send it', 50),
    payee: Payee,
    businessNumber: z.string().transform(digitsOf).nullish(),
  })
  .superRefine(({ payee, businessNumber }, context) => {
    const miss = (message: string) => context.addIssue({ code: 'custom', path: ['businessNumber'], message });
    if (payee === 'business' && !isBusinessNumber(businessNumber ?? '')) miss('is no business registration number');
    if (payee === 'individual' && businessNumber) miss('is of a business; leave it out for an individual');
  });
export type PayoutAccountPut = z.infer<typeof PayoutAccountPut>;

/** Of the number only the last 4 digits are ever shown. */
export const PayoutAccount = z.object({
  bank: z.string(),
  last4: z.string(),
  holder: z.string(),
  payee: Payee,
  businessNumber: z.string().nullable(),
  changedAt: z.string(),
});
export type PayoutAccount = z.infer<typeof PayoutAccount>;

/** Null while there is none. */
export const MyPayoutAccount = z.object({ account: PayoutAccount.nullable() });
export type MyPayoutAccount = z.infer<typeof MyPayoutAccount>;
