import { getContent } from '@/lib/content/queries/get-content';
import { Content, ContentPath, ContentUpdate } from '@/lib/content/schema';
import { updateContent } from '@/lib/content/update-content';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { db } from '@/lib/platform/database';

export const GET = route({
  summary: 'One content.',
  scope: 'contents:read',
  params: ContentPath,
  response: Content,
  handle: ({ params }) => getContent(db(), idOf(params.id)),
});

export const PATCH = route({
  summary: 'Changes a content; `archived` puts it away or brings it back.',
  scope: 'contents:write',
  params: ContentPath,
  body: ContentUpdate,
  response: Content,
  handle: ({ params, body, ...call }) => updateContent({ id: idOf(params.id), wanted: body, ...call }),
});
