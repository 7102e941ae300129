import { type SQL, sql } from 'drizzle-orm';
import { contents } from '@/db/schema/content';

/** A part of a title in any case, the platform's own id, or our id; a `%` is a percent sign. */
export function matchesSearch(search: string): SQL {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const chars = charsToAsk(search);
  const titled =
    chars === ''
      ? sql`${contents.title} ilike ${like}`
      : sql`(${contents.title} ilike ${like} and string_to_array(lower(${contents.title}), null) @> string_to_array(lower(${chars}), null))`;
  const id = /^#?\d{1,15}$/.test(search) ? Number(search.replace('#', '')) : null;
  return id === null
    ? sql`(${titled} or ${contents.externalId} = ${search})`
    : sql`(${contents.id} = ${id} or ${contents.externalId} = ${search} or ${titled})`;
}

/**
 * The characters by which a title is found where trigrams cannot find it: Hangul and the like, or a text with no three
 * letters or digits in a row. Empty where trigrams can: asking both ways would make a common word look rare.
 */
function charsToAsk(search: string): string {
  const foreign = search.match(/[^\p{ASCII}\s]/gu);
  if (!foreign && /[a-z\d]{3}/i.test(search)) return '';
  return [...new Set(foreign ?? search.replace(/\s/g, ''))].join('');
}
