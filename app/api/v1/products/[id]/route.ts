import { roleAllows } from '@/lib/accounts/scopes';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { getProduct } from '@/lib/shop/queries/get-product';
import { Product, ProductDetail, ProductPath, ProductUpdate } from '@/lib/shop/schema';
import { updateProduct } from '@/lib/shop/update-product';

export const GET = route({
  summary: 'A product with the prices it has had.',
  scope: 'shop:read',
  params: ProductPath,
  response: ProductDetail,
  handle: ({ params, actor }) =>
    getProduct(idOf(params.id), actor.kind !== 'user' || roleAllows(actor.roles, 'shop:write')),
});

export const PATCH = route({
  summary: 'Changes what is sent: texts, picture, price (a new version), stock, `archived`.',
  scope: 'shop:write',
  params: ProductPath,
  body: ProductUpdate,
  response: Product,
  handle: ({ params, body, ...call }) => updateProduct({ id: idOf(params.id), wanted: body, ...call }),
});
