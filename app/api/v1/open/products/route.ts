import { options, route } from '@/lib/http/route';
import { listProducts } from '@/lib/shop/queries/list-products';
import { OpenProductList, OpenProductQuery } from '@/lib/shop/schema';

export const OPTIONS = options;

export const GET = route({
  summary: 'For partners: what is on sale, newest first.',
  scope: 'open:read',
  crossOrigin: true,
  query: OpenProductQuery,
  response: OpenProductList,
  handle: async ({ query }) => OpenProductList.parse(await listProducts({ ...query, state: 'on-sale' })),
});
