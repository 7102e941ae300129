import type { BuiltContent } from '@/db/builders/day-of-events';
import { buildContents } from '@/db/builders/demo-contents';
import { keepOwners } from '@/lib/content/keep-owners';
import type { Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';

const CONTENTS = 72;

/** The demo catalogue, owned by the demo creators; asks the database what is there when it was seeded before. */
export async function seedContents(first: Day): Promise<BuiltContent[]> {
  const { rows: creators } = await db().$client.query<{ id: number; memberId: string }>(
    `select u.id, u.member_id as "memberId" from users u join user_roles r on r.user_id = u.id and r.role = 'creator' order by u.id`,
  );
  const built = buildContents(CONTENTS, first, creators.length);
  const column = <T>(of: (content: (typeof built)[number]) => T) => built.map(of);
  const { rows } = await db().$client.query<{ id: number }>(
    `insert into contents (title, kind, duration_seconds, external_id, creator_id, created_at)
     select * from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::bigint[], $6::timestamptz[]) returning id`,
    [
      column((content) => content.title),
      column((content) => content.kind),
      column((content) => content.durationSeconds),
      column((content) => content.externalId),
      column((content) => (content.creator === null ? null : (creators[content.creator]?.id ?? null))),
      column((content) => calendar().startOf(content.publishedOn)),
    ],
  );
  await keepOwners(
    db(),
    rows.map((row) => row.id),
    'the beginning',
  );
  return built.map((content, index) => ({
    id: rows[index]?.id ?? 0,
    kind: content.kind,
    durationSeconds: content.durationSeconds,
    ownerMemberId: content.creator === null ? null : (creators[content.creator]?.memberId ?? null),
    publishedOn: content.publishedOn,
  }));
}
