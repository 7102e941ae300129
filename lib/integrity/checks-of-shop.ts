import type { IntegrityCheck } from './check';
import { sliceOfMembers } from './slice-of-members';

const MEMBERS = `members as materialized (${sliceOfMembers})`;
const MEMBERS_LOOKED = `select count(*) from (${sliceOfMembers}) as members`;
const PRODUCTS = 'select * from products order by id desc limit 200';
const LATEST_MAILS = 10_000;

const SOLD = `select p.id as "productId", p.supply, p.sold, n as orders from (${PRODUCTS}) as p
cross join lateral (select count(*) as n from orders where product_id = p.id and refunded_at is null) as o
where p.sold > p.supply or p.sold <> n order by 1`;

// Offset 0 keeps each member's look-up a walk along the index; joined as a whole, all rows would be read for a slice.
const USED = `with ${MEMBERS}, used as (
  select c.* from members m cross join lateral (
    select id, member_id, order_id from coupons where member_id = m.member_id and order_id is not null offset 0) as c
), named as (
  select o.* from members m cross join lateral (
    select id, member_id, coupon_id from orders
    where member_id = m.member_id and coupon_id is not null and refunded_at is null offset 0) as o
)
select coalesce(u.member_id, n.member_id) as "memberId", coalesce(u.id, n.coupon_id) as "couponId",
  coalesce(u.order_id, n.id) as "orderId"
from used u full join named n on n.member_id = u.member_id and n.id = u.order_id and n.coupon_id = u.id
where u.id is null or n.id is null order by 1, 2`;

const WHOLE = `with ${MEMBERS}, bought as (
  select o.* from members m cross join lateral (select * from orders where member_id = m.member_id offset 0) as o
), compared as (
  select o.member_id, o.id, o.paid, o.refunded_at is not null as refunded,
    (select coalesce(-sum(e.amount), 0) from point_transfers t join point_entries e
      on e.member_id = t.member_id and e.transfer_id = t.id and e.account = 'wallet'
      where t.member_id = o.member_id and t.reference = 'order:' || o.id) as taken,
    (select coalesce(sum(e.amount), 0) from point_transfers t join point_entries e
      on e.member_id = t.member_id and e.transfer_id = t.id and e.account = 'wallet'
      where t.member_id = o.member_id and t.reference = 'refund:' || o.id) as returned,
    (select count(*) from vouchers v where v.code = o.voucher_code and v.order_id = o.id and v.member_id = o.member_id
      and (v.voided_at is not null) = (o.refunded_at is not null)) as vouchers
  from bought o
)
select member_id as "memberId", id as "orderId", paid, taken as "pointsTaken", returned as "pointsReturned", vouchers from compared
where taken <> paid or returned <> case when refunded then paid else 0 end or vouchers <> 1 order by 1, 2`;

const UNTOLD = `with ${MEMBERS}, due as (
  select d.* from members m cross join lateral (
    select member_id, 'order:' || id as send_id from orders where member_id = m.member_id
    union all
    select member_id, 'refund:' || id from orders where member_id = m.member_id and refunded_at is not null
    union all
    select member_id, 'coupon:' || id from coupons where member_id = m.member_id
    offset 0
  ) as d
)
select member_id as "memberId", send_id as "sendId", 'not-written' as state from due
where not exists (select from mails where mails.member_id = due.member_id and mails.send_id = due.send_id) order by 1, 2`;

const WAITING = `select * from mails where state = 'waiting' order by id desc limit ${LATEST_MAILS}`;

// A job that is at it has lost its key if the mail was redriven meanwhile; then there is a second one that has it.
const FORGOTTEN = `select member_id as "memberId", send_id as "sendId", state from (${WAITING}) as waiting
where not exists (select from graphile_worker._private_jobs j where j.key = 'mail:' || member_id || ':' || send_id) order by 1, 2`;

/** Whether the shop sells no more than it has and takes nothing without giving (I1, I4), and mails get written once (I14). */
export const checksOfShop: readonly IntegrityCheck[] = [
  {
    id: 'stock-is-orders',
    rule: 'I1',
    title: 'What a product counts as sold are its orders, and never more than there were',
    detail: 'The newest 200 products against their orders that were not refunded.',
    looked: `select count(*) from (${PRODUCTS}) as products`,
    breaches: SOLD,
  },
  {
    id: 'coupons-are-used-once',
    rule: 'I1',
    title: 'A used coupon is in one order, and the order names it',
    detail:
      'Used coupons of these members against their orders that were not refunded, both ways: every member while the tables are small, otherwise the newest and others at random, new ones at each look.',
    looked: MEMBERS_LOOKED,
    breaches: USED,
  },
  {
    id: 'orders-are-whole',
    rule: 'I4',
    title: 'For each order its points were taken and its voucher exists; a refund returned the same and voided it',
    detail: 'All orders of these members against the ledger and the vouchers.',
    looked: MEMBERS_LOOKED,
    breaches: WHOLE,
  },
  {
    id: 'mails-are-written',
    rule: 'I14',
    title: 'Each order, refund and coupon has its mail',
    detail: 'Those of these members against the outbox; its key allows one mail about a thing.',
    looked: MEMBERS_LOOKED,
    breaches: UNTOLD,
  },
  {
    id: 'mails-have-jobs',
    rule: 'I14',
    title: 'Each mail that waits has the job that sends it',
    detail: `The newest ${LATEST_MAILS.toLocaleString('en')} mails that are neither sent, kept nor given up.`,
    looked: `select count(*) from (${WAITING}) as waiting`,
    breaches: FORGOTTEN,
  },
];
