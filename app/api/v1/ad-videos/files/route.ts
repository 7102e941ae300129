import { keepVideo } from '@/lib/assets/keep-video';
import { VideoFile } from '@/lib/assets/schema';
import { route } from '@/lib/http/route';
import { readVideo } from '@/lib/http/video';

export const POST = route({
  summary: 'Takes an MP4 or WebM video, as the body or in the field `file` of a form, and stores it as it is.',
  scope: 'ad-videos:write',
  consumes: 'video/*',
  response: VideoFile,
  status: 201,
  handle: async ({ request, actor, now }) => keepVideo({ video: await readVideo(request), actor, now }),
});
