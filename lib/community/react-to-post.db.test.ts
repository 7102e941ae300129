import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { foldDeltas } from '@/lib/events/fold-deltas';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { getPost } from './queries/get-post';
import { reactToPost } from './react-to-post';
import { somebody, writePost } from './testing/board';

const now = new Date();

beforeAll(async () => {
  await ensurePartitions(partitionRange(calendar().dayOf(now)));
});

const react = (postId: number, type: 'view' | 'like' | 'unlike', memberId: string, eventId = randomUUID(), at = now) =>
  reactToPost({ postId, type, eventId, memberId, now: at });
const figuresOf = async (id: number, memberId: string | null = null) => {
  await foldDeltas();
  const { viewCount, likeCount, liked } = await getPost(db(), { id, memberId, moderates: false, now });
  return { viewCount, likeCount, liked };
};

test('views and likes of a post are counted as events of its content', async () => {
  const { id } = await writePost();
  const [ann, bob] = [somebody(), somebody()];
  expect(await react(id, 'view', ann)).toEqual({ counted: true, reason: null });
  await react(id, 'view', bob);
  await react(id, 'like', ann);
  expect(await figuresOf(id, ann)).toEqual({ viewCount: 2, likeCount: 1, liked: true });
  await react(id, 'unlike', ann, randomUUID(), new Date(now.getTime() + 1));
  expect(await figuresOf(id, ann)).toEqual({ viewCount: 2, likeCount: 0, liked: false });
});

test('a view within 30 seconds, a second like and an event sent again count once', async () => {
  const { id } = await writePost();
  const ann = somebody();
  const eventId = randomUUID();
  await react(id, 'view', ann, eventId);
  expect(await react(id, 'view', ann, eventId)).toEqual({ counted: false, reason: 'duplicate' });
  expect(await react(id, 'view', ann)).toEqual({ counted: false, reason: 'repeat-view' });
  await react(id, 'like', ann);
  const later = new Date(now.getTime() + 1);
  expect(await react(id, 'like', ann, randomUUID(), later)).toEqual({ counted: false, reason: 'already-liked' });
  expect(await figuresOf(id)).toEqual({ viewCount: 1, likeCount: 1, liked: null });
});

test("an author's own reading does not count", async () => {
  const authorId = somebody();
  const { id } = await writePost({ authorId });
  expect(await react(id, 'view', authorId)).toEqual({ counted: false, reason: 'own-content' });
  expect(await figuresOf(id)).toMatchObject({ viewCount: 0 });
});

test('a post that is not there has no views', async () => {
  await expect(react(987_654, 'view', 'a')).rejects.toMatchObject({ code: 'community/post-not-found' });
});
