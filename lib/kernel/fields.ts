import { z } from 'zod';
import { type Day, parseDay } from './day';

/** Everything but control characters and halves of surrogate pairs. */
export const PRINTABLE = /^[^\p{Cc}\p{Cs}]*$/u;

/** What Postgres stores and a page shows, line by line: neither NUL nor half a surrogate pair. */
export const STORABLE = /^[^\p{Cs}\0]*$/u;

/** One line of 1 to `most` characters; `ask` says what to send when there is none. */
export const lineOf = (ask: string, most: number) =>
  textOf(ask, most).regex(PRINTABLE, 'has control characters; send printable ones');

/** The same of several lines. */
export const linesOf = (ask: string, most: number) =>
  textOf(ask, most).regex(STORABLE, 'has characters that cannot be shown');

const textOf = (ask: string, most: number) =>
  z
    .string(`is missing; ${ask}`)
    .trim()
    .min(1, `is empty; send 1 to ${most.toLocaleString('en')} characters`)
    .max(most, `is longer than ${most.toLocaleString('en')} characters; shorten it`);

/** The platform's own id of somebody: a member, a viewer, a player. Never trimmed, as it is not ours. */
export const OpaqueId = opaqueOf(64);

/** The platform's own id of a content. */
export const ExternalId = opaqueOf(200);

function opaqueOf(most: number) {
  return z
    .string(`is no id; send 1 to ${most} characters`)
    .min(1, `is empty; leave it out or send 1 to ${most} characters`)
    .max(most, `is longer than ${most} characters`)
    .regex(PRINTABLE, 'has control characters; send printable ones');
}

/** An id of ours in a body; `what` is whose. */
export const idOfA = (what: string) => z.number(`is no id of a ${what}`).int().positive().max(Number.MAX_SAFE_INTEGER);

/** An id of ours in a query; `problem` says what it is not. */
export const idText = (problem: string) =>
  z.coerce.number(problem).int(problem).positive(problem).max(Number.MAX_SAFE_INTEGER);

/** An address with one of these protocols (`https:`), or the path that an upload answered with. */
export const addressOf = (missing: string, refused: string, protocols: readonly string[]) =>
  z
    .string(missing)
    .max(2000, 'is longer than 2,000 characters')
    .refine(
      (text) => /^\/assets\/[\w.-]+$/.test(text) || (URL.canParse(text) && protocols.includes(new URL(text).protocol)),
      refused,
    );

/** Of a picture. */
export const ImageAddress = addressOf('is no address', 'is no https address; upload a picture or send one', [
  'https:',
  'http:',
]);

/** A business day, `YYYY-MM-DD`. */
export const DayText = z.string('is missing; send YYYY-MM-DD').transform((text, context): Day => {
  const day = parseDay(text);
  if (day) return day;
  context.addIssue({ code: 'custom', message: 'is no date; send YYYY-MM-DD' });
  return z.NEVER;
});

/** An instant with its offset. */
export const InstantText = z.iso.datetime({
  offset: true,
  error: 'is no ISO 8601 time with an offset, such as 2026-11-21T14:03:10.250+09:00',
});

/** Words to look for. */
export const SearchText = z.string().trim().max(100).regex(PRINTABLE, 'has control characters');

/** How many items a page has, and where it begins: the `nextCursor` of the page before. */
export const paging = (usual = 50, most = 200) => ({
  limit: z.coerce.number().int().min(1).max(most, `is more than ${most}`).default(usual),
  cursor: z.string().max(1000).optional(),
});

/** A page of a list; `nextCursor` is null on the last one. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
