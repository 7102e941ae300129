import { keepPicture } from '@/lib/assets/keep-picture';
import { Asset } from '@/lib/assets/schema';
import { readPicture } from '@/lib/http/picture';
import { route } from '@/lib/http/route';

export const POST = route({
  summary: 'Takes a picture up to 5 MiB, as the body or in the field `file` of a form, and stores it as WebP.',
  scope: 'ads:write',
  consumes: 'image/*',
  response: Asset,
  status: 201,
  handle: async ({ request, actor, now }) => keepPicture({ picture: await readPicture(request), actor, now }),
});
