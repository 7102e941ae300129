import { assetErrors } from '@/lib/assets/errors';
import { findAsset } from '@/lib/assets/find-asset';
import { readAsset } from '@/lib/assets/read-asset';
import { AssetPath } from '@/lib/assets/schema';
import { pictureResponse } from '@/lib/http/picture-response';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'An uploaded picture; it never changes.',
  scope: null,
  params: AssetPath,
  handle: async ({ params, request }) => {
    // The database is asked first: invented keys cost a bucket nothing, and one that hides what it lacks is understood.
    const asset = await findAsset(params.key);
    if (!asset) throw assetErrors.notFound();
    return pictureResponse(request, asset.key, () => readAsset(asset));
  },
});
