import { randomUUID } from 'node:crypto';
import { makeAd } from '@/db/builders/ads';
import { makeUser, signedIn } from '@/db/builders/people';
import { db, transaction } from '@/lib/platform/database';
import { transfer } from '@/lib/points/transfer';
import { sealNumber } from '@/lib/settlement/seal-number';
import { buy, makeProduct } from '@/lib/shop/testing/shop';

/** Whose a thing is. */
export type Owner = { id: number; memberId: string };

/** Makes a new thing of each kind that paths of the API name, belonging to somebody, and says by what it is named. */
export const THINGS = {
  ad: async ({ id }) => (await makeAd(db(), { ownerId: id })).id,
  draft: ({ id }) => insert(`insert into ad_drafts (owner_id, fields) values ($1, '{}') returning id`, id),
  adVideo: ({ id }) =>
    insert(
      `insert into ad_videos (owner_id, duration_seconds, active, title, url, created_at)
       values ($1, 15, true, 'an ad video', 'https://films.example/ad.mp4', now()) returning id`,
      id,
    ),
  video: ({ id }) =>
    insert(
      `with c as (insert into contents (title, kind, duration_seconds, creator_id) values ('a video', 'video', 600, $1) returning id)
       insert into content_owners (content_id, from_on, creator_id) select id, '2000-01-01', $1 from c returning content_id as id`,
      id,
    ),
  post: ({ memberId }) => insert(POST, memberId),
  hiddenPost: async ({ memberId }) =>
    insert(
      `update posts set hidden_at = now(), hidden_reason = 'a reason' where id = $1 returning id`,
      await insert(POST, memberId),
    ),
  comment: async ({ memberId }) =>
    insert(
      `with p as (update posts set comments = comments + 1 where id = $1 returning id)
       insert into comments (post_id, created_at, author_id, body) select id, now(), $2, 'a comment' from p returning id`,
      await insert(POST, memberId),
      memberId,
    ),
  member: async ({ memberId }) => memberId,
  viewer: async ({ memberId }) => `m:${memberId}`,
  product: async () => (await makeProduct()).id,
  archivedProduct: async () =>
    insert('update products set archived_at = now() where id = $1 returning id', (await makeProduct()).id),
  freeProduct: async () => (await makeProduct({ price: 0 })).id,
  order: async (owner) => (await placed(owner)).id,
  voucher: async (owner) => (await placed(owner)).voucherCode,
  mail: ({ memberId }) =>
    insert(
      `insert into mails (member_id, send_id, created_at, state, template, locale, data)
       values ($1, gen_random_uuid(), now(), 'kept', 'coupon-won', 'ko', $2) returning id`,
      memberId,
      JSON.stringify({
        couponId: 1,
        postId: 1,
        postTitle: 'a post',
        discount: { kind: 'percent', value: 10 },
        expiresAt: null,
      }),
    ),
  block: ({ memberId }) =>
    insert(
      `insert into viewer_blocks (viewer, from_at, reason, created_by, created_at, applied_at)
       values ($1, now(), 'a reason', 'a test', now(), now()) returning id`,
      `m:${memberId}`,
    ),
  key: () =>
    insert(
      `insert into api_keys (name, kind, prefix, hash, scopes, requests_per_second, burst)
       values ('a key', 'publishable', 'bo_pk_000000', $1, '{events:write}', 1, 1) returning id`,
      randomUUID(),
    ),
  roleRequest: async () => {
    const { id } = await makeUser(db(), { email: `${randomUUID()}@example.com` });
    return insert(`insert into role_requests (user_id, role) values ($1, 'creator') returning id`, id);
  },
  session: async ({ id }) => {
    await signedIn(db(), id);
    return insert('select max(id) as id from sessions where user_id = $1', id);
  },
  user: async ({ id }) => id,
  day: async () =>
    insert(
      `insert into days (day, state, settled_at) values ($1, 'settled', now()) returning day::text as id`,
      olderDay(),
    ),
  /** Somebody whom it does no harm to change. */
  bystander: async () => (await makeUser(db(), { email: `${randomUUID()}@example.com` })).id,
  creator: () => makeCreator(),
  heldCreator: async () =>
    insert(
      `insert into creator_holds (creator_id, reason, held_by, held_at) values ($1, 'a reason', 'a test', now()) returning creator_id as id`,
      await makeCreator(),
    ),
  comparedDay: () =>
    insert(
      `insert into runs (kind, day, attempt, state, started_at, finished_at) values ('compare-day', $1, 1, 'failed', now(), now())
       returning day::text as id`,
      olderDay(),
    ),
  month: async () => {
    await insert(
      `insert into days (day, state) values ('2020-12-31', 'closed') on conflict (day) do update set state = 'closed' returning day`,
    );
    return insert(
      `insert into settlement_months (month, closed_at, closed_by, creators, video_won, ad_won, net_won)
       values ($1, now(), 'a test', 0, 0, 0, 0) returning to_char(month, 'YYYY-MM') as id`,
      new Date(Date.UTC(2021, closedMonths++, 1)).toISOString().slice(0, 10),
    );
  },
  statement: async ({ id }) => `${(await makeStatement(id)).slice(0, 7)}-${id}`,
  pendingPayout: ({ id }) => makePayout(id, 'pending'),
  approvedPayout: ({ id }) => makePayout(id, 'approved'),
  heldPayout: ({ id }) => makePayout(id, 'held'),
  /** A month of which something can be transferred. */
  payableMonth: async ({ id }) =>
    insert(`select to_char(month, 'YYYY-MM') as id from payouts where id = $1`, await makePayout(id, 'approved')),
  bankFile: async ({ id }) => {
    const file = randomUUID();
    await db().$client.query('update payouts set file = $1 where id = $2', [file, await makePayout(id, 'approved')]);
    return file;
  },
} satisfies Record<string, (owner: Owner) => Promise<string | number>>;

export type Kind = keyof typeof THINGS;

/** The kind of thing that a path names, such as `ad` for `/api/v1/ads/[id]/end`; null when it names none. */
export function kindIn(path: string): Kind | null {
  const [, collection] = path.match(/([a-z-]+)\/\[\w+\]/) ?? [];
  if (collection === undefined) return null;
  const kind = KINDS[collection];
  if (kind === undefined)
    throw new Error(`what is ${collection} in ${path}? Tell lib/http/testing/things.ts how one is made`);
  return kind;
}

/** Names of some things of every kind, all of one owner. */
export async function namesOfThings(owner: Owner, count = 3): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  for (const [kind, make] of Object.entries<(owner: Owner) => Promise<string | number>>(THINGS)) {
    const made = [];
    while (made.length < count) made.push(String(await make(owner)));
    names.set(kind, made);
  }
  return names;
}

const KINDS: Record<string, Kind> = {
  abuse: 'viewer',
  ads: 'ad',
  'ad-drafts': 'draft',
  'ad-videos': 'adVideo',
  blocks: 'block',
  comments: 'comment',
  contents: 'video',
  creators: 'user',
  days: 'day',
  keys: 'key',
  mails: 'mail',
  members: 'member',
  months: 'month',
  orders: 'order',
  payouts: 'pendingPayout',
  posts: 'post',
  products: 'product',
  'role-requests': 'roleRequest',
  sessions: 'session',
  statements: 'statement',
  users: 'user',
  videos: 'video',
  vouchers: 'voucher',
};

const POST = `with c as (insert into contents (title, kind) values ('a post', 'post') returning id),
  b as (insert into post_bodies (post_id, body) select id, 'a **body**' from c)
  insert into posts (id, day, created_at, kind, author_id, title)
  select id, current_date, now(), 'member', $1, 'a post' from c returning id`;

/** Each day and month is older than the one before: a day closes when all older ones are closed. */
let days = 0;
let months = 0;
let closedMonths = 0;
const olderDay = () => new Date(Date.UTC(2024, 5, 1 - days++)).toISOString().slice(0, 10);
const olderMonth = () => new Date(Date.UTC(2020, -months++, 1)).toISOString().slice(0, 10);

async function makeStatement(creatorId: number): Promise<string> {
  const month = olderMonth();
  await db().$client.query(
    `insert into statements (creator_id, month, videos, views, ad_views, video_won, ad_won, adjustments_won, carried_won, payee,
      income_tax_rate, local_tax_rate, income_tax_won, local_tax_won, net_won, carries_won, refusals, lines, lines_checksum, closed_at)
     values ($1, $2, 1, 1000, 0, 1000, 0, 0, 0, 'individual', 300, 30, 0, 0, 1000, 0, '[]', 1, 'x', now())`,
    [creatorId, month],
  );
  return month;
}

const makeCreator = async () => (await makeUser(db(), { email: `${randomUUID()}@example.com`, roles: ['creator'] })).id;

/** To the creator's account, which is there from then on. */
async function makePayout(creatorId: number, state: 'pending' | 'approved' | 'held'): Promise<string | number> {
  const sealed = sealNumber(creatorId, '94320200184731');
  await db().$client.query(
    `insert into payout_accounts (creator_id, bank, sealed_number, last4, holder, payee, changed_at)
     values ($1, '004', $2, '4731', 'a holder', 'individual', now()) on conflict do nothing`,
    [creatorId, sealed],
  );
  return insert(
    `insert into payouts (creator_id, month, amount_won, state, created_at, bank, sealed_number, last4, holder, approved_at, held_from, held_reason)
     select $1, $2, 1000, $3, now(), account.*, held.* from (values ('a')) as one
     left join (values ('004', $4, '4731', 'a holder', now())) as account on $3 = 'approved'
     left join (values ('pending', 'a reason')) as held on $3 = 'held' returning id`,
    ...[creatorId, await makeStatement(creatorId), state, sealed],
  );
}

async function placed({ memberId }: Owner) {
  const gift = { memberId, reference: randomUUID(), kind: 'correction', amount: 600, account: 'correction' } as const;
  await transaction((tx) => transfer(tx, { ...gift, now: new Date() }));
  return buy((await makeProduct()).id, memberId);
}

async function insert(statement: string, ...values: (string | number)[]): Promise<string | number> {
  const { rows } = await db().$client.query<{ id: string | number }>(statement, values);
  if (!rows[0]) throw new Error(`no row came back of ${statement}`);
  return rows[0].id;
}
