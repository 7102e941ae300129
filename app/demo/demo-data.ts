import type { DemoContent, DemoData } from '@/components/demo/demo-data';
import { demoPageKey } from '@/lib/accounts/demo-page-key';
import { signViewerToken } from '@/lib/accounts/sign-viewer-token';
import { lookUpContents } from '@/lib/content/look-up-contents';
import { listContents } from '@/lib/content/queries/list-contents';
import { type Content, ContentQuery, type Kind } from '@/lib/content/schema';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';

const VIDEO_SECONDS = 600;
const TOKEN_MILLISECONDS = 24 * 3_600_000;

/** What the public demo page works with; null outside of the demo, where there is no such page. */
export async function demoData(): Promise<DemoData | null> {
  if (env().BOXOFFICE_MODE !== 'demo') return null;
  const [{ id: keyId, key }, articles, videos] = await Promise.all([
    demoPageKey(now()),
    newest('article'),
    newest('video'),
  ]);
  const owned = videos.filter(({ creatorId, durationSeconds }) => creatorId && (durationSeconds ?? 0) >= VIDEO_SECONDS);
  const sameCreator = owned.filter(({ creatorId }) => creatorId === owned[0]?.creatorId);
  const shown = [...(sameCreator.length > 0 ? sameCreator : videos).slice(0, 2), ...articles.slice(0, 2)];
  const home = env().BOXOFFICE_URL ?? '';
  return { home, apiKey: key, contents: shown.map(contentOf), creator: await creatorOf(owned[0], keyId) };
}

async function newest(kind: Kind): Promise<Content[]> {
  return (await listContents(ContentQuery.parse({ kind, archived: 'false' }))).items;
}

function contentOf({ id, title, kind, durationSeconds, creatorName }: Content): DemoContent {
  return { id, title, kind, durationSeconds, creatorName };
}

async function creatorOf(video: Content | undefined, keyId: number): Promise<DemoData['creator']> {
  if (!video) return null;
  const { byId } = await lookUpContents(db(), { ids: [video.id], externalIds: [] });
  const memberId = byId.get(video.id)?.ownerMemberId;
  if (!memberId) return null;
  const expiresAt = new Date(now().getTime() + TOKEN_MILLISECONDS);
  const token = await signViewerToken({ keyId, memberId, expiresAt });
  return { id: memberId, name: video.creatorName ?? memberId, token };
}
