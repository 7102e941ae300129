import QueryStream from 'pg-query-stream';
import { db } from '@/lib/platform/database';
import type { MemberExport } from './schema';

type Section = Exclude<keyof typeof MemberExport.shape, 'memberId' | 'exportedAt'>;

/** Everything that is kept about a member, as the text of one JSON object, a few hundred rows at a time, of one moment. */
export async function* exportMember({ memberId, now }: { memberId: string; now: Date }): AsyncGenerator<string> {
  const client = await db().$client.connect();
  let broken = true;
  try {
    await client.query('begin isolation level repeatable read read only');
    yield `{"memberId":${JSON.stringify(memberId)},"exportedAt":"${now.toISOString()}"`;
    for (const [name, text] of Object.entries(SECTIONS)) {
      yield `,"${name}":[`;
      let comma = '';
      const rows = client.query(
        new QueryStream(`select to_jsonb(r)::text as row from (${text}) r`, [memberId], { batchSize: 300 }),
      );
      for await (const { row } of rows) {
        yield comma + row;
        comma = ',';
      }
      yield ']';
    }
    yield '}';
    await client.query('commit');
    broken = false;
  } finally {
    client.release(broken); // whoever stopped reading left a transaction open
  }
}

const OWN_USER = '(select id from users where member_id = $1)';

const SECTIONS: Record<Section, string> = {
  account: `select u.id, u.email, u.name, u.image_url as "imageUrl", u.created_at as "createdAt",
    array(select role from user_roles where user_id = u.id) as roles from users u where u.member_id = $1`,
  identities: `select provider, provider_account_id as "providerAccountId", created_at as "createdAt" from identities where user_id = ${OWN_USER}`,
  sessions: `select created_at as "createdAt", expires_at as "expiresAt" from sessions where user_id = ${OWN_USER} order by id`,
  roleRequests: `select role, note, state, created_at as "createdAt" from role_requests where user_id = ${OWN_USER} order by id`,
  posts: `select p.id, p.kind, p.title, b.body, p.created_at as "createdAt", p.edited_at as "editedAt", p.deleted_at as "deletedAt",
    p.reward_points as "rewardPoints" from posts p left join post_bodies b on b.post_id = p.id where p.author_id = $1 order by p.id`,
  comments: `select id, post_id as "postId", body, created_at as "createdAt", deleted_at as "deletedAt" from comments where author_id = $1 order by id`,
  likes: `select content_id as "contentId", liked, at from likes where viewer = 'm:' || $1::text order by at`,
  participations: `select id, ad_id as "adId", ad_name as "adName", reward_points as "rewardPoints", joined_at as "joinedAt"
    from participations where member_id = $1 order by joined_at, id`,
  pointEntries: `select t.id, t.kind, t.reference, t.at, e.amount from point_transfers t
    join point_entries e on e.member_id = t.member_id and e.transfer_id = t.id and e.account = 'wallet' where t.member_id = $1 order by t.id`,
  coupons: `select id, post_id as "postId", discount_kind as "discountKind", discount_value as "discountValue", issued_at as "issuedAt",
    expires_at as "expiresAt", used_at as "usedAt" from coupons where member_id = $1 order by id`,
  orders: `select id, product_name as "productName", price, discount, paid, ordered_at as "orderedAt", refunded_at as "refundedAt"
    from orders where member_id = $1 order by id`,
  vouchers: `select code, order_id as "orderId", issued_at as "issuedAt", redeemed_at as "redeemedAt" from vouchers where member_id = $1 order by issued_at`,
  payoutAccounts: `select bank, last4, holder, payee, business_number as "businessNumber", changed_at as "changedAt"
    from payout_accounts where creator_id = ${OWN_USER}`,
  statements: `select to_char(month, 'YYYY-MM') as month, videos, views, ad_views as "adViews", video_won as "videoAmount",
    ad_won as "adAmount", adjustments_won as adjustments, carried_won as "carriedIn", payee, income_tax_rate / 1e4 as "incomeTaxRate",
    local_tax_rate / 1e4 as "localTaxRate", income_tax_won as "incomeTax", local_tax_won as "localTax", net_won as net,
    carries_won as "carriedOut", refusals, lines, lines_checksum as checksum, closed_at as "closedAt" from statements s where creator_id = ${OWN_USER} order by s.month`,
  payouts: `select id, to_char(month, 'YYYY-MM') as month, amount_won as amount, state, held_reason as reason, bank, last4, holder,
    created_at as "createdAt", approved_at as "approvedAt", paid_at as "paidAt", paid_reference as reference
    from payouts p where creator_id = ${OWN_USER} order by p.month`,
  watchPositions: `select content_id as "contentId", position_seconds as "positionSeconds", at from watch_positions where viewer = 'm:' || $1::text
    union all select content_id, position_seconds, at from watch_players where viewer = 'm:' || $1::text`,
  notices: `select id, kind, data, at, read_at as "readAt" from notices where member_id = $1 order by id`,
  mails: `select id, template, address, data, state, created_at as "createdAt", sent_at as "sentAt" from mails where member_id = $1 order by id`,
};
