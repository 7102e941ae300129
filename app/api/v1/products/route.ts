import { roleAllows } from '@/lib/accounts/scopes';
import { route } from '@/lib/http/route';
import { createProduct } from '@/lib/shop/create-product';
import { listProducts } from '@/lib/shop/queries/list-products';
import { Product, ProductCreate, ProductList, ProductQuery } from '@/lib/shop/schema';

export const GET = route({
  summary: 'Products, newest first. Members see what is on sale, admins and keys the archived ones too.',
  scope: 'shop:read',
  query: ProductQuery,
  response: ProductList,
  handle: ({ query, actor }) => {
    const manages = actor.kind !== 'user' || roleAllows(actor.roles, 'shop:write');
    return listProducts(manages ? query : { ...query, state: 'on-sale' });
  },
});

export const POST = route({
  summary: 'Puts a product on sale.',
  scope: 'shop:write',
  body: ProductCreate,
  response: Product,
  status: 201,
  handle: ({ body, ...call }) => createProduct({ wanted: body, ...call }),
});
