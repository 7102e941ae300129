import { type EventSource, nameViewers } from '@/lib/events/name-viewers';
import { streamingErrors } from './errors';
import type { VideoQuery } from './schema';

/** The viewer that a heartbeat with these names would have; null without any. Errors: streaming/viewer-refused. */
export async function viewerOf(asked: VideoQuery, source: EventSource, now: Date): Promise<string | null> {
  if (Object.values(asked).every((name) => name === undefined)) return null;
  const named = await nameViewers([{ index: 0, at: now, input: { ...asked, type: 'click' } }], source);
  const viewer = named.get(0) ?? null;
  if (typeof viewer === 'object' && viewer !== null) throw streamingErrors.viewerRefused(viewer.pointer, viewer.detail);
  return viewer;
}
