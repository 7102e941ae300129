import { DEMO_MEMBERS, DEMO_POSTS, DEMO_REMARKS, type DemoPost } from '@/db/builders/demo-posts';
import { type BuiltUser, makeUser } from '@/db/builders/people';
import { SYSTEM } from '@/lib/accounts/actor';
import { createPost } from '@/lib/community/create-post';
import { freezeRankings } from '@/lib/community/freeze-rankings';
import { reactToPost } from '@/lib/community/react-to-post';
import { PostCreate } from '@/lib/community/schema';
import { writeComments } from '@/lib/community/write-comments';
import { foldDeltas } from '@/lib/events/fold-deltas';
import { addDays } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';

const MINUTE_MILLISECONDS = 60_000;

/** A board of some days, written, commented on, paid and ranked like any other. Nothing is later than `now`. */
export async function seedPosts(people: BuiltUser[], now: Date): Promise<void> {
  const admin = people.find(({ email }) => email.startsWith('admin@'));
  const members: BuiltUser[] = [];
  for (const [i, name] of DEMO_MEMBERS.entries())
    members.push(await makeUser(db(), { email: `member-${i + 1}@demo.boxoffice.example`, name, createdAt: now }));
  const house = admin?.memberId ?? 'house';
  for (const [i, post] of DEMO_POSTS.entries()) {
    const at = momentOf(post, now);
    const authorId = post.kind === 'member' ? (members[post.by]?.memberId ?? house) : house;
    await seedPost({ post, nth: i, at, now, authorId, members });
  }
  await freezeRankings(now);
  await foldDeltas();
}

/** On its day and clock; a post of today that would come later is a little older than now. */
function momentOf({ daysAgo, clock }: DemoPost, now: Date): Date {
  const day = addDays(calendar().dayOf(now), -daysAgo);
  const at = calendar().at(day, clock);
  return at < now ? at : new Date(now.getTime() - MINUTE_MILLISECONDS);
}

type SeedPost = { post: DemoPost; nth: number; at: Date; now: Date; authorId: string; members: BuiltUser[] };

async function seedPost({ post, nth, at, now, authorId, members }: SeedPost): Promise<void> {
  const { kind, title, body, offer } = post;
  const wanted = PostCreate.parse({ kind, title, body, ...(offer && { offer }) });
  const by = { actor: SYSTEM, requestId: 'seed' };
  const { id: postId } = await createPost({ wanted, authorId, ...by, now: at, answer: null });
  const saying = members.filter(({ memberId }) => memberId !== authorId);
  const step = Math.min(7 * MINUTE_MILLISECONDS, (now.getTime() - at.getTime()) / (post.comments + 1));
  for (let i = 0; i < post.comments; i++) {
    const { memberId = '' } = saying[(nth * 3 + i) % saying.length] ?? {};
    const said = DEMO_REMARKS[(nth + i) % DEMO_REMARKS.length] ?? '';
    const when = new Date(at.getTime() + Math.floor((i + 1) * step));
    await writeComments([{ postId, memberId, body: said, locale: 'ko', now: when, answer: null }]);
  }
  for (const [i, { memberId }] of members.entries()) {
    const reading = { postId, memberId, now: new Date(now.getTime() - i) };
    if ((i + nth) % 3 !== 0) await reactToPost({ ...reading, type: 'view', eventId: crypto.randomUUID() });
    if ((i + nth) % 5 === 0) await reactToPost({ ...reading, type: 'like', eventId: crypto.randomUUID() });
  }
}
