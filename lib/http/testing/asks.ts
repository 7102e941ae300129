import { randomUUID } from 'node:crypto';
import { drawPicture } from '@/lib/assets/testing/draw-picture';
import { adPositionsOf } from '@/lib/streaming/rules';
import type { Kind, Owner } from './things';

/** Who asks about what: `thing` is what the path names, `owner` whose it is. */
export type Asked = { thing: string; owner: Owner; program: boolean };

/** What a door wants to hear beside its path. `of` is the kind of thing asked about where the path does not say it. */
export type Ask = {
  of?: Kind;
  query?: (asked: Asked) => Record<string, string | number>;
  body?: (asked: Asked) => unknown;
  raw?: () => Promise<Blob>;
  /** A kind of thing that the door lists by their ids. */
  lists?: Kind;
};

const range = { from: '2026-11-01', to: '2026-11-02' };
const ofVideo = (query: object = range): Ask => ({
  of: 'video',
  query: ({ thing }) => ({ contentId: thing, ...query }),
});
const ofCreator = (query: object): Ask => ({ of: 'user', query: ({ thing }) => ({ creatorId: thing, ...query }) });
const withReason: Ask = { body: () => ({ reason: 'a reason' }) };
/** A person acts for themselves without saying so; a program names whom it acts for. */
const as = ({ owner, program }: Asked) => program && { memberId: owner.memberId };
const asAuthor = (rest: object): Ask => ({ body: (asked) => ({ ...rest, ...as(asked) }) });
/** Acts for the owner of the thing, who may be somebody else. */
const actingFor = (of: Kind, rest: () => object): Ask => ({
  of,
  body: ({ owner }) => ({ memberId: owner.memberId, ...rest() }),
});
const reaction = actingFor('post', () => ({ eventId: randomUUID() }));
const lines = (line: object): Ask => ({
  raw: async () => new Blob([JSON.stringify(line)], { type: 'application/x-ndjson' }),
});
const picture: Ask = {
  raw: async () => new Blob([new Uint8Array(await drawPicture(8, 8).png().toBuffer())], { type: 'image/png' }),
};
const anEvent = () => ({ id: randomUUID(), type: 'click', contentId: 1, viewerId: 'm', at: new Date().toISOString() });
let effectiveDays = 0;
const laterDay = () => new Date(Date.UTC(2030, 0, ++effectiveDays)).toISOString().slice(0, 10);

/** The doors that want more than their path. */
export const ASKS: Record<string, Ask> = {
  'PUT /api/v1/ad-drafts/[id]': { body: () => ({ fields: {} }) },
  'POST /api/v1/ad-drafts': { of: 'user', body: ({ owner }) => ({ fields: {}, ownerId: owner.id }) },
  'PATCH /api/v1/ad-videos/[id]': { body: () => ({ active: false }) },
  'POST /api/v1/ad-videos': {
    of: 'user',
    body: ({ owner }) => ({ title: 't', durationSeconds: 5, url: 'https://films.example/a.mp4', ownerId: owner.id }),
  },
  'POST /api/v1/ad-videos/files': { raw: async () => new Blob([MP4], { type: 'video/mp4' }) },
  'POST /api/v1/ads/[id]/participations': actingFor('ad', () => ({})),
  'PATCH /api/v1/ads/[id]': { body: () => ({ name: randomUUID() }) },
  'GET /api/v1/ads/joinable': { of: 'member', query: ({ thing }) => ({ memberId: thing }) },
  'POST /api/v1/ads': {
    of: 'user',
    body: ({ owner }) => ({ ...AD, name: randomUUID(), ownerId: owner.id }),
  },
  'GET /api/v1/ad-drafts': { lists: 'draft' },
  'GET /api/v1/ad-videos': { lists: 'adVideo' },
  'GET /api/v1/ads': { lists: 'ad' },
  'GET /api/v1/contents': { lists: 'video' },
  'GET /api/v1/keys': { lists: 'key' },
  'GET /api/v1/mails': { lists: 'mail' },
  'GET /api/v1/open/posts': { lists: 'post' },
  'GET /api/v1/orders': { lists: 'order' },
  'GET /api/v1/posts': { lists: 'post' },
  'GET /api/v1/products': { lists: 'product' },
  'GET /api/v1/role-requests': { lists: 'roleRequest' },
  'GET /api/v1/settlement/payouts': { lists: 'pendingPayout' },
  'GET /api/v1/users': { lists: 'bystander' },
  'POST /api/v1/assets': picture,
  'GET /api/v1/blocks/preview': { of: 'viewer', query: ({ thing }) => ({ viewer: thing }) },
  'POST /api/v1/blocks': { of: 'viewer', body: () => ({ viewer: `m:${randomUUID()}`, reason: 'a reason' }) },
  'PUT /api/v1/closed-hours': { body: () => ({ from: null, until: null }) },
  'POST /api/v1/comments/[id]/hide': withReason,
  'PATCH /api/v1/comments/[id]': asAuthor({ body: 'changed' }),
  'DELETE /api/v1/comments/[id]': asAuthor({}),
  'PATCH /api/v1/contents/[id]': { body: () => ({ title: 'another title' }) },
  'POST /api/v1/contents/import': lines({ title: 't', kind: 'article' }),
  'POST /api/v1/contents': { body: () => ({ title: 't', kind: 'article' }) },
  'POST /api/v1/events/import': lines(anEvent()),
  'POST /api/v1/events': { body: () => [anEvent()] },
  'GET /api/v1/events': ofVideo({ day: '2026-11-01' }),
  'POST /api/v1/jobs/redrive': { body: () => ({ all: true }) },
  'PATCH /api/v1/keys/[id]': { body: () => ({ name: 'another name' }) },
  'POST /api/v1/keys': { body: () => ({ name: 'a key', kind: 'secret', scopes: ['keys:write'] }) },
  'POST /api/v1/mails/redrive': { of: 'mail', body: ({ thing }) => ({ ids: [Number(thing)] }) },
  'PUT /api/v1/me/payout-account': {
    body: () => ({ bank: '004', number: '94320200184731', holder: '이하늘', payee: 'individual' }),
  },
  // 422 is who might, had they typed the id; the cast is wanted for other doors.
  'POST /api/v1/members/[id]/erase': { body: () => ({ confirm: 'not the id' }) },
  'POST /api/v1/members/[id]/notices/read': { body: () => ({ upTo: 1 }) },
  'POST /api/v1/orders/[id]/refund': withReason,
  'POST /api/v1/posts/[id]/comments': actingFor('post', () => ({ body: 'a comment' })),
  'POST /api/v1/posts/[id]/hide': withReason,
  'POST /api/v1/posts/[id]/likes': reaction,
  'DELETE /api/v1/posts/[id]/likes': reaction,
  'POST /api/v1/posts/[id]/views': reaction,
  'PATCH /api/v1/posts/[id]': asAuthor({ title: 'another title' }),
  'DELETE /api/v1/posts/[id]': asAuthor({}),
  'POST /api/v1/posts/pictures': picture,
  'POST /api/v1/posts': actingFor('member', () => ({ title: 't', body: 'b' })),
  'POST /api/v1/products/[id]/orders': actingFor('freeProduct', () => ({})),
  'PATCH /api/v1/products/[id]': { body: () => ({ name: 'another name' }) },
  'POST /api/v1/products': { body: () => ({ name: 'n', intro: 'i', price: 1, stock: 1 }) },
  'POST /api/v1/role-requests': {
    body: ({ owner }) => ({ role: owner.memberId === 'cast-creator' ? 'advertiser' : 'creator' }),
  },
  'POST /api/v1/runs': { of: 'day', body: ({ thing }) => ({ day: thing }) },
  'POST /api/v1/settlement/creators/[id]/hold': { of: 'creator', ...withReason },
  'POST /api/v1/settlement/creators/[id]/release': { of: 'heldCreator' },
  'GET /api/v1/settlement/creators/[id]': { of: 'creator' },
  'GET /api/v1/settlement/days/[day]/compare': { of: 'comparedDay' },
  'POST /api/v1/settlement/payouts/[id]/hold': withReason,
  'POST /api/v1/settlement/payouts/[id]/pay': { of: 'approvedPayout', body: () => ({ reference: 'r' }) },
  'POST /api/v1/settlement/payouts/[id]/release': { of: 'heldPayout' },
  'POST /api/v1/settlement/payouts/approve': { of: 'month', body: ({ thing }) => ({ month: thing }) },
  'GET /api/v1/settlement/payouts/export': {
    of: 'payableMonth',
    query: ({ thing }) => ({ month: thing }),
  },
  'POST /api/v1/settlement/payouts/pay': { of: 'bankFile', body: ({ thing }) => ({ reference: thing }) },
  'GET /api/v1/settlement/statements/[id]/download': { query: () => ({ format: 'csv' }) },
  'GET /api/v1/settlement/statements': ofCreator({}),
  'GET /api/v1/settlements/hours': ofVideo({ day: '2026-11-01' }),
  'GET /api/v1/settlements/lines': ofVideo(),
  'GET /api/v1/settlements': ofCreator({ date: '2026-11-01' }),
  'GET /api/v1/settlements/series': ofCreator(range),
  'GET /api/v1/stats/hours': ofVideo({ day: '2026-11-01' }),
  'GET /api/v1/stats/increase': ofVideo(),
  'GET /api/v1/stats/intake': { query: () => range },
  'GET /api/v1/stats': ofVideo(),
  'GET /api/v1/stats/streaming': ofVideo(),
  'GET /api/v1/stats/top': { query: () => ({ date: '2026-11-01' }) },
  'GET /api/v1/stats/videos': { query: () => range },
  'POST /api/v1/tariffs': {
    body: () => ({ effectiveOn: laterDay(), video: [{ from: 1, tenths: 10 }], ad: [{ from: 1, tenths: 100 }] }),
  },
  'PUT /api/v1/users/[id]/roles': { of: 'bystander', body: () => ({ roles: ['member'] }) },
  'PATCH /api/v1/users/[id]': { of: 'bystander', body: () => ({ memberId: randomUUID() }) },
  'DELETE /api/v1/users/[id]/sessions': { of: 'bystander' },
  'GET /api/v1/videos/[id]/ads': { query: () => ({ anonymousId: 'a', position: adPositionsOf(600)[0] ?? 0 }) },
  'POST /api/v1/watch': {
    of: 'video',
    body: ({ thing }) => ({
      contentId: Number(thing),
      anonymousId: 'a',
      playerId: randomUUID(),
      positionSeconds: 1,
      watchedSeconds: 1,
      at: new Date().toISOString(),
    }),
  },
};

/** What is asked again about a thing that not everybody sees, by the words that the table has for it. */
export const HIDDEN: Record<string, { title: string; of: Kind }> = {
  'GET /api/v1/open/posts/[id] (hidden)': { title: 'GET /api/v1/open/posts/[id]', of: 'hiddenPost' },
  'GET /api/v1/posts/[id] (hidden)': { title: 'GET /api/v1/posts/[id]', of: 'hiddenPost' },
  'PATCH /api/v1/posts/[id] (hidden)': { title: 'PATCH /api/v1/posts/[id]', of: 'hiddenPost' },
  'DELETE /api/v1/posts/[id] (hidden)': { title: 'DELETE /api/v1/posts/[id]', of: 'hiddenPost' },
  'GET /api/v1/posts/[id]/comments (hidden)': { title: 'GET /api/v1/posts/[id]/comments', of: 'hiddenPost' },
  'GET /api/v1/products/[id] (archived)': { title: 'GET /api/v1/products/[id]', of: 'archivedProduct' },
};

const AD = {
  text: 'A text.',
  rewardPoints: 1,
  places: 1,
  startsAt: '2026-11-01',
  endsAt: '2036-11-01',
};

/** As much of a film as its first bytes say. */
const MP4 = new Uint8Array([
  0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d, 0, 0, 2, 0, 0x69, 0x73, 0x6f, 0x6d, 0x6d, 0x70, 0x34,
  0x32,
]);
