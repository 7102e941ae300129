import { listNamedEntries } from '@/lib/ads/queries/list-named-entries';
import type { Page } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import type { PointEntry, PointEntryQuery } from '@/lib/points/schema';

/** What moved a member's points, newest first, each with the name of what it was for: an ad, a product, a post. */
export async function listWalletEntries(memberId: string, query: PointEntryQuery): Promise<Page<PointEntry>> {
  const page = await listNamedEntries(memberId, query);
  const [products, posts] = await Promise.all([productsOf(memberId, page.items), postsOf(page.items)]);
  const nameOf = ({ reference, subject }: PointEntry) =>
    subject ?? products.get(idIn(reference, ORDER)) ?? posts.get(idIn(reference, POST)) ?? null;
  return { ...page, items: page.items.map((entry) => ({ ...entry, subject: nameOf(entry) })) };
}

const ORDER = /^(?:order|refund):(\d{1,18})$/;
const POST = /^post:(\d{1,18})$/;

const idIn = (reference: string, pattern: RegExp): string => pattern.exec(reference)?.[1] ?? '';
const idsIn = (entries: PointEntry[], pattern: RegExp) =>
  entries.map(({ reference }) => idIn(reference, pattern)).filter(Boolean);

type Named = { id: string; name: string };

async function productsOf(memberId: string, entries: PointEntry[]): Promise<Map<string, string>> {
  const ids = idsIn(entries, ORDER);
  if (ids.length === 0) return new Map();
  const { rows } = await db().$client.query<Named>({
    name: 'names-of-orders',
    text: 'select id::text, product_name as name from orders where member_id = $1 and id = any($2::bigint[])',
    values: [memberId, ids],
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function postsOf(entries: PointEntry[]): Promise<Map<string, string>> {
  const ids = idsIn(entries, POST);
  if (ids.length === 0) return new Map();
  const { rows } = await db().$client.query<Named>({
    name: 'names-of-posts',
    text: 'select id::text, title as name from posts where id = any($1::bigint[])',
    values: [ids],
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
