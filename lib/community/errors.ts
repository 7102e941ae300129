import { DomainError } from '@/lib/kernel/error';

const missing = (code: string, title: string, detail: string) => new DomainError(code, 'missing', title, detail);
const conflict = (code: string, title: string, detail: string) => new DomainError(code, 'conflict', title, detail);
const forbidden = (code: string, title: string, detail: string) => new DomainError(code, 'forbidden', title, detail);
const invalid = (code: string, title: string, pointer: string, message: string) =>
  new DomainError(code, 'invalid', title, message, { fields: [{ pointer, message }] });

/** The refusals of posts, comments and rankings. */
export const communityErrors = {
  postNotFound: () =>
    missing(
      'community/post-not-found',
      'No such post',
      'It was deleted or hidden, or it never was. GET /api/v1/posts lists the board.',
    ),
  commentNotFound: () =>
    missing(
      'community/comment-not-found',
      'No such comment',
      'It was deleted or hidden, or it never was. Reload the post.',
    ),
  memberMissing: () =>
    invalid('community/member-missing', 'Who writes?', '/memberId', 'is missing; a key has to name the member'),
  notTheAuthor: () =>
    forbidden(
      'community/not-the-author',
      'Only the author may do this',
      'An admin may hide it; nobody else changes it.',
    ),
  kindNotYours: () =>
    forbidden(
      'community/kind-not-yours',
      'Only an admin publishes these',
      'Send the post with kind `member`, or use a key with the scope `posts:moderate`.',
    ),
  closedHours: (from: string, until: string) =>
    conflict(
      'community/closed-hours',
      'No posts are taken now',
      `Members write outside of ${from} to ${until}. What you typed is yours; send it after ${until}.`,
    ),
  tooFast: (what: string, retryAfterSeconds: number) =>
    new DomainError(
      'community/too-fast',
      'limited',
      'Too much at once',
      `Wait ${retryAfterSeconds} s before the next ${what}; nothing of this one was taken.`,
      { retryAfterSeconds },
    ),
  dayInTheFuture: () =>
    invalid(
      'community/day-in-the-future',
      'This day has not begun',
      '?day',
      'is in the future; send today or a day before',
    ),
};
