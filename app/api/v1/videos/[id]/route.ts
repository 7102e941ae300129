import { eventSourceOf } from '@/lib/http/event-source';
import { options, route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { openVideo } from '@/lib/streaming/open-video';
import { Video, VideoPath, VideoQuery } from '@/lib/streaming/schema';

export const OPTIONS = options;

export const GET = route({
  summary: 'A video as a player opens it: ad positions, views, and where the viewer goes on.',
  scope: 'videos:read',
  crossOrigin: true,
  params: VideoPath,
  query: VideoQuery,
  response: Video,
  handle: ({ params, query, actor, request, now }) =>
    openVideo(idOf(params.id), query, eventSourceOf(request, actor), now),
});
