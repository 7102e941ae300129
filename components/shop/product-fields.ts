import { z } from 'zod';
import type { Product, ProductCreate, ProductUpdate } from '@/lib/shop/schema';

/** What the form of a product holds, as typed. */
export type ProductFields = { name: string; intro: string; price: string; stock: string; imageUrl: string };

export const EMPTY: ProductFields = { name: '', intro: '', price: '', stock: '', imageUrl: '' };

export function fieldsOf({ name, intro, price, stock, imageUrl }: Product): ProductFields {
  return { name, intro, price: String(price), stock: String(stock), imageUrl: imageUrl ?? '' };
}

/** The rules of the form; each message is a text of `products.rules`. */
export function productRule(text: (rule: keyof ProductFields) => string) {
  const whole = (rule: 'price' | 'stock', most: number) =>
    z.string().refine((typed) => wholeOf(typed) <= most, text(rule));
  return z.object({
    name: z.string().trim().min(1, text('name')).max(100, text('name')),
    intro: z.string().trim().min(1, text('intro')).max(2000, text('intro')),
    price: whole('price', 1_000_000_000),
    stock: whole('stock', 1_000_000),
    imageUrl: z
      .string()
      .refine((url) => url.trim() === '' || /^(https?:\/\/|\/assets\/)/.test(url.trim()), text('imageUrl')),
  });
}

/** What a form that keeps the rules says, in the shape of the API. */
export function wantedOf(fields: ProductFields): ProductCreate {
  return {
    name: fields.name.trim(),
    intro: fields.intro.trim(),
    price: wholeOf(fields.price),
    stock: wholeOf(fields.stock),
    imageUrl: fields.imageUrl.trim() || null,
  };
}

/** Only what was changed since it was shown, so that saving undoes no sale and nobody else's change of the rest. */
export function changesOf(shown: ProductFields, fields: ProductFields): ProductUpdate {
  const before: Record<string, unknown> = wantedOf(shown);
  return Object.fromEntries(Object.entries(wantedOf(fields)).filter(([name, value]) => value !== before[name]));
}

/** A whole number as people write it, `1,000` or `1000`; NaN, which is within no bounds, for anything else. */
function wholeOf(text: string): number {
  const digits = text.trim().replaceAll(',', '');
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
}
