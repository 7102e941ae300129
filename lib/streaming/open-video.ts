import { type EventSource, nameViewers } from '@/lib/events/name-viewers';
import { streamingErrors } from './errors';
import { getVideo } from './queries/get-video';
import type { Video, VideoQuery } from './schema';

/**
 * A video with where this viewer goes on, or from the start for nobody in particular.
 * Errors: streaming/video-not-found, streaming/viewer-refused.
 */
export async function openVideo(id: number, asked: VideoQuery, source: EventSource, now: Date): Promise<Video> {
  return getVideo(id, await viewerOf(asked, source, now));
}

/** The viewer that a heartbeat with these names would have. */
async function viewerOf(asked: VideoQuery, source: EventSource, now: Date): Promise<string | null> {
  if (Object.keys(asked).length === 0) return null;
  const named = await nameViewers([{ index: 0, at: now, input: { ...asked, type: 'click' } }], source);
  const viewer = named.get(0) ?? null;
  if (typeof viewer === 'object' && viewer !== null) throw streamingErrors.viewerRefused(viewer.pointer, viewer.detail);
  return viewer;
}
