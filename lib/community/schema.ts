import { z } from 'zod';
import { Discount } from '@/lib/coupons/schema';
import { DayText, idOfA, lineOf, linesOf, listOf, OpaqueId, paging } from '@/lib/kernel/fields';
import { POST_KINDS, POST_SORTS, POST_STATES } from './rules';

export const PostKind = z.enum(POST_KINDS, `is none of ${POST_KINDS.join(', ')}`);
export type PostKind = z.infer<typeof PostKind>;

const Title = lineOf('send a title', 200);
const Body = linesOf('send Markdown', 20_000);
const Said = Body.max(2000, 'is longer than 2,000 characters; shorten it');

/** Coupons for the first members who comment (points rule 4). */
export const Offer = z.strictObject({
  coupons: z
    .number('is no number')
    .int('is no whole number')
    .min(1, 'is less than one')
    .max(10_000, 'is more than 10,000')
    .default(10),
  discount: Discount,
  validDays: z
    .number('is no number')
    .int('is no whole number')
    .min(1, 'is less than a day')
    .max(365, 'is more than 365')
    .nullish(),
  productIds: z
    .array(idOfA('product'))
    .min(1, 'is empty; leave it out for all products')
    .max(50, 'has more than 50')
    .nullish(),
});
export type Offer = z.infer<typeof Offer>;

export const PostCreate = z
  .strictObject({
    kind: PostKind.default('member'),
    title: Title,
    body: Body,
    memberId: OpaqueId.optional(),
    offer: Offer.optional(),
  })
  .refine(({ kind, offer }) => offer === undefined || kind === 'admin', {
    path: ['offer'],
    message: 'belongs to a post of kind admin; leave it out',
  });
export type PostCreate = z.infer<typeof PostCreate>;

export const PostUpdate = z.strictObject({
  title: Title.optional(),
  body: Body.optional(),
  memberId: OpaqueId.optional(),
});
export type PostUpdate = z.infer<typeof PostUpdate>;

/** Of a request that changes nothing but names who asks. */
export const ByMember = z.strictObject({ memberId: OpaqueId.optional() }).default({});
export const Hide = z.strictObject({ reason: lineOf('say why', 200) });

/** A post as lists show it, without its body. */
export const PostLine = z.object({
  id: z.number().int(),
  kind: PostKind,
  title: z.string(),
  authorId: z.string(),
  authorName: z.string().nullable(),
  /** Those that can be seen. */
  commentCount: z.number().int(),
  /** As of the last fold, a minute ago at most. */
  viewCount: z.number().int(),
  likeCount: z.number().int(),
  /** Of an offer: how many coupons there are, and how many are left. */
  coupons: z.number().int().nullable(),
  couponsLeft: z.number().int().nullable(),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
  hiddenAt: z.string().nullable(),
  hiddenReason: z.string().nullable(),
});
export type PostLine = z.infer<typeof PostLine>;
export const PostList = listOf(PostLine);
export type PostList = z.infer<typeof PostList>;

export const PostQuery = z.object({
  kind: PostKind.optional(),
  sort: z.enum(POST_SORTS, 'is neither newest nor commented').default('newest'),
  authorId: OpaqueId.optional(),
  /** What is hidden is for those who may hide. */
  state: z.enum(POST_STATES, 'is none of seen, hidden, all').default('seen'),
  ...paging(20, 50),
});
export type PostQuery = z.infer<typeof PostQuery>;

export const Comment = z.object({
  id: z.number().int(),
  postId: z.number().int(),
  authorId: z.string(),
  authorName: z.string().nullable(),
  body: z.string(),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
  hiddenAt: z.string().nullable(),
  hiddenReason: z.string().nullable(),
});
export type Comment = z.infer<typeof Comment>;
export const CommentList = listOf(Comment);
export type CommentList = z.infer<typeof CommentList>;
export const CommentQuery = z.object({ ...paging(50, 100) });
export type CommentQuery = z.infer<typeof CommentQuery>;

export const CommentCreate = z.strictObject({ body: Said, memberId: OpaqueId.optional() });
export const CommentUpdate = CommentCreate;
/** A comment that was just written, with the coupon that it won. */
export const CommentMade = Comment.extend({
  coupon: z.object({ id: z.number().int(), discount: Discount }).nullable(),
});
export type CommentMade = z.infer<typeof CommentMade>;

export const Post = PostLine.extend({
  body: z.string(),
  /** What the author got for it. */
  rewardPoints: z.number().int(),
  offer: Offer.extend({ used: z.number().int() }).nullable(),
  /** Whether the one who asks likes it; null for programs. */
  liked: z.boolean().nullable(),
  /** The first page, oldest first. */
  comments: CommentList,
});
export type Post = z.infer<typeof Post>;

/** Ids in a path. What is no id names nothing. */
export const PostPath = z.object({ id: z.string() });

/** A view or a like, as one event: made by the client, so that sending it again is the same one. */
export const Reaction = z.strictObject({
  eventId: z.guid('is no UUID; make one for each event and keep it when you send again'),
  memberId: OpaqueId.optional(),
});
export const Reacted = z.object({ counted: z.boolean(), reason: z.string().nullable() });
export type Reacted = z.infer<typeof Reacted>;

const Clock = z.string('is no time').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time such as 23:30');
/** When members' posts are not taken, by the wall clock of the business time zone; null is never. */
export const ClosedHoursSet = z
  .strictObject({ from: Clock.nullable(), until: Clock.nullable() })
  .refine(({ from, until }) => (from === null) === (until === null), {
    path: ['until'],
    message: 'needs from and until, or neither',
  })
  .refine(({ from, until }) => from === null || from !== until, {
    path: ['until'],
    message: 'is when it begins; choose another time',
  });
export type ClosedHoursSet = z.infer<typeof ClosedHoursSet>;
/** `closed` is whether a member's post would be refused now. */
export const ClosedHoursNow = z.object({
  from: z.string().nullable(),
  until: z.string().nullable(),
  closed: z.boolean(),
});
export type ClosedHoursNow = z.infer<typeof ClosedHoursNow>;

export const RankingQuery = z.object({ day: DayText.optional(), limit: paging(100, 100).limit });
export type RankingQuery = z.infer<typeof RankingQuery>;
export const Ranked = z.object({
  rank: z.number().int(),
  memberId: z.string(),
  name: z.string().nullable(),
  posts: z.number().int(),
  reachedAt: z.string(),
  /** Paid when the board was frozen; what it would be while the day lasts. */
  rewardPoints: z.number().int(),
});
export type Ranked = z.infer<typeof Ranked>;
/** `frozenAt` is null while the board can still change. */
export const Ranking = z.object({ day: z.string(), frozenAt: z.string().nullable(), items: z.array(Ranked) });
export type Ranking = z.infer<typeof Ranking>;
export const RankingDay = z.object({ day: z.string(), members: z.number().int(), first: z.string().nullable() });
export type RankingDay = z.infer<typeof RankingDay>;
export const RankingDayList = listOf(RankingDay);
export type RankingDayList = z.infer<typeof RankingDayList>;
export const RankingDayQuery = z.object({ ...paging(30, 100) });
export type RankingDayQuery = z.infer<typeof RankingDayQuery>;

/** What partners read: names instead of member ids, and nothing that was hidden. */
export const OpenPostLine = PostLine.omit({ authorId: true, hiddenAt: true, hiddenReason: true });
export const OpenPostList = listOf(OpenPostLine);
export const OpenPostQuery = PostQuery.omit({ authorId: true, state: true });
export const OpenComment = Comment.omit({ authorId: true, hiddenAt: true, hiddenReason: true });
export const OpenPost = OpenPostLine.extend({
  body: z.string(),
  comments: listOf(OpenComment),
});
export const OpenRanking = Ranking.extend({ items: z.array(Ranked.omit({ memberId: true })) });
