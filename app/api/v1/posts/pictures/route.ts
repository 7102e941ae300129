import { keepPicture } from '@/lib/assets/keep-picture';
import { Asset } from '@/lib/assets/schema';
import { readPicture } from '@/lib/http/picture';
import { route } from '@/lib/http/route';

export const POST = route({
  summary:
    'Takes a picture for a post, as POST /api/v1/assets does, and answers with the address to write into its Markdown.',
  scope: 'posts:write',
  consumes: 'image/*',
  response: Asset,
  status: 201,
  handle: async ({ request, actor, now }) => keepPicture({ picture: await readPicture(request), actor, now }),
});
