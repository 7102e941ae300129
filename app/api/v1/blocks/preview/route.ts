import { previewBlock } from '@/lib/abuse/queries/preview-block';
import { BlockPreview, BlockPreviewQuery } from '@/lib/abuse/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  example: () => ({ query: { viewer: 'm:member-42' } }),
  summary: 'What a block would take from the figures, before it is made.',
  scope: 'abuse:read',
  query: BlockPreviewQuery,
  response: BlockPreview,
  handle: ({ query, now }) => previewBlock(query, now),
});
