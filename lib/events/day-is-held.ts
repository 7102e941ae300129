/** An SQL condition: whether a run holds this day just now. A run row alone says "running" also after a crash. */
export const dayIsHeld = (day: string) => `exists (select from pg_locks where locktype = 'advisory' and granted
  and database = (select oid from pg_database where datname = current_database())
  and classid::bigint = hashtext('settle-day')::bigint & 4294967295
  and objid::bigint = hashtext((${day})::text)::bigint & 4294967295)`;
