import type { EventSource } from '@/lib/events/name-viewers';
import { getVideo } from './queries/get-video';
import type { Video, VideoQuery } from './schema';
import { viewerOf } from './viewer-of';

/**
 * A video with where this viewer goes on, or from the start for nobody in particular.
 * Errors: streaming/video-not-found, streaming/viewer-refused.
 */
export async function openVideo(id: number, asked: VideoQuery, source: EventSource, now: Date): Promise<Video> {
  return getVideo(id, await viewerOf(asked, source, now));
}
