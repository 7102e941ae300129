import { createContent } from '@/lib/content/create-content';
import { listContents } from '@/lib/content/queries/list-contents';
import { Content, ContentCreate, ContentList, ContentQuery } from '@/lib/content/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'Contents, searched, sorted and paged.',
  scope: 'contents:read',
  query: ContentQuery,
  response: ContentList,
  handle: ({ query }) => listContents(query),
});

export const POST = route({
  example: () => ({ body: { title: 'Autumn festival', kind: 'video', durationSeconds: 600 } }),
  summary: 'Registers an article or a video.',
  scope: 'contents:write',
  body: ContentCreate,
  response: Content,
  status: 201,
  handle: ({ body, ...call }) => createContent({ wanted: body, ...call }),
});
