import { createLoader, parseAsArrayOf, parseAsInteger, parseAsString } from 'nuqs/server';

/** What the list is narrowed to, and which entries are open. */
export const auditSearch = {
  action: parseAsString,
  kind: parseAsString,
  id: parseAsString,
  open: parseAsArrayOf(parseAsInteger).withDefault([]),
};

export const loadAuditSearch = createLoader(auditSearch);

type Narrowed = { action: string | null; kind: string | null; id: string | null };

/** An id means something only together with the kind of thing that it is of. */
export function auditFilterOf({ action, kind, id }: Narrowed) {
  return { action, subjectKind: kind, subjectId: kind ? id?.trim() || null : null };
}
