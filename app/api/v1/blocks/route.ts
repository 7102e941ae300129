import { blockViewer } from '@/lib/abuse/block-viewer';
import { listBlocks } from '@/lib/abuse/queries/list-blocks';
import { Block, BlockCreate, BlockList, BlockQuery } from '@/lib/abuse/schema';
import { afterResponse } from '@/lib/http/after-response';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'Blocks of viewers, the newest first, with how far each is applied.',
  scope: 'abuse:read',
  query: BlockQuery,
  response: BlockList,
  handle: ({ query }) => listBlocks(query),
});

export const POST = route({
  summary: 'Blocks a viewer from a moment on (now when none is named), or voids all its events.',
  scope: 'abuse:write',
  body: BlockCreate,
  example: () => ({ body: { viewer: 'm:member-42', reason: 'a script that watches all night' } }),
  response: Block,
  status: 201,
  handle: async ({ body, ...call }) => {
    const block = await blockViewer({ wanted: body, ...call });
    afterResponse();
    return block;
  },
});
