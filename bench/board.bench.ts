import pg from 'pg';
import { migrateDatabase } from '@/db/migrate';
import { getPost } from '@/lib/community/queries/get-post';
import { listPosts } from '@/lib/community/queries/list-posts';
import { PostQuery } from '@/lib/community/schema';
import { closePools, db } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import { startThrowawayPostgres } from '@/scripts/throwaway-postgres';
import { SCALE } from './scale';
import { timesOf } from './statistics';

const POSTS = 1_000_000 * SCALE;
const COMMENTS = 10_000_000 * SCALE;
const timed = (ask: () => Promise<unknown>) => timesOf(200, ask);

const now = new Date();

/** The board, its pages and single posts among a million posts and ten million comments, asked of the database. */
export async function bench() {
  const postgres = await startThrowawayPostgres(['-c', 'shared_buffers=1GB', '-c', 'max_wal_size=8GB']);
  const url = postgres.url('postgres');
  await migrateDatabase(url);
  await closePools();
  Object.assign(process.env, { DATABASE_URL: url, BOXOFFICE_SECRET: 'a secret of the benchmarks, 32 characters' });
  resetEnv();
  await fill(url);
  const deep = await cursorAfter(200);
  const list = (query: object) => () =>
    listPosts({ query: PostQuery.parse(query), moderates: false, memberId: null, now });
  const post = (body: 'kept' | 'stored') => () =>
    getPost(db(), { id: anyPost(), memberId: 'member-7', moderates: false, now, body });
  const figures = {
    newest: await timed(list({})),
    newestOfKind: await timed(list({ kind: 'admin' })),
    commented: await timed(list({ sort: 'commented' })),
    commentedOfKind: await timed(list({ sort: 'commented', kind: 'notice' })),
    page200: await timed(list({ cursor: deep })),
    fifty: await timed(list({ limit: 50 })),
    ofOneMember: await timed(list({ authorId: 'member-7' })),
    single: await timed(post('stored')),
    most: await timed(() => getPost(db(), { id: 1, memberId: 'member-7', moderates: false, now })),
  };
  await closePools();
  await postgres.stop();
  return { posts: POSTS, comments: COMMENTS, ...figures };
}

const anyPost = () => 1 + Math.floor(Math.random() * POSTS);

/** Posts over two years, comments mostly on few posts; the months of each post have figures. */
async function fill(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const run = (text: string) => pool.query(text);
  await run('set session_replication_role = replica');
  await run(
    `insert into users (email, name, member_id) select n || '@example.com', 'Member ' || n, 'member-' || n from generate_series(0, 99999) n`,
  );
  const at = `now() - (${POSTS} - n) * interval '63 seconds'`;
  await run(
    `insert into contents (title, kind, created_at) select 'A post about film number ' || n, 'post', ${at} from generate_series(1, ${POSTS}) n`,
  );
  await run(
    `insert into posts (id, day, created_at, kind, author_id, title)
     select n, (${at})::date, ${at}, case when n % 100 = 0 then 'admin' when n % 100 = 1 then 'notice' else 'member' end,
       'member-' || n % 100000, 'A post about film number ' || n from generate_series(1, ${POSTS}) n`,
  );
  await run(
    `insert into post_bodies (post_id, body) select n, repeat('Some words about a film. ', 20) from generate_series(1, ${POSTS}) n`,
  );
  await run(
    `insert into summaries (grain, start_on, content_id, views, likes)
     select 'm', date_trunc('month', p.day)::date + i * interval '1 month', p.id, 10, 1 from posts p cross join generate_series(0, 2) i`,
  );
  await run(
    `insert into comments (post_id, author_id, body, created_at)
     select 1 + floor(power(random(), 2) * ${POSTS})::bigint, 'member-' || n % 100000, 'What a film that was, number ' || n,
       now() - (${COMMENTS} - n) * interval '6 seconds' from generate_series(1, ${COMMENTS}) n`,
  );
  await run(
    'update posts p set comments = c.n from (select post_id, count(*)::int as n from comments group by 1) c where c.post_id = p.id',
  );
  await run('vacuum analyze posts, post_bodies, comments, summaries, users, contents');
  await pool.end();
}

/** The cursor that leads to a later page, as a reader gets there. */
async function cursorAfter(pages: number): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < pages; page++) {
    const query = PostQuery.parse({ ...(cursor && { cursor }), limit: 50 });
    cursor = (await listPosts({ query, moderates: false, memberId: null, now })).nextCursor ?? undefined;
  }
  return cursor;
}
