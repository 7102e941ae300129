import { assetErrors } from '@/lib/assets/errors';
import { findAsset } from '@/lib/assets/find-asset';
import { findVideo } from '@/lib/assets/find-video';
import { readAsset } from '@/lib/assets/read-asset';
import { AssetPath } from '@/lib/assets/schema';
import { pictureResponse } from '@/lib/http/picture-response';
import { route } from '@/lib/http/route';
import { videoResponse } from '@/lib/http/video-response';

export const GET = route({
  summary: 'An uploaded picture or video; it never changes. Of a video, a range of bytes is answered with 206.',
  scope: null,
  params: AssetPath,
  handle: async ({ params, request }) => {
    // The database is asked first: invented keys cost a bucket nothing, and one that hides what it lacks is understood.
    const picture = await findAsset(params.key);
    if (picture) return pictureResponse(request, picture.key, () => readAsset(picture));
    const video = await findVideo(params.key);
    if (!video) throw assetErrors.notFound();
    return videoResponse(request, video, (part) => readAsset(video, part));
  },
});
