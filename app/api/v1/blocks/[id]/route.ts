import { liftBlock } from '@/lib/abuse/lift-block';
import { Block, BlockPath } from '@/lib/abuse/schema';
import { afterResponse } from '@/lib/http/after-response';
import { route } from '@/lib/http/route';

export const DELETE = route({
  summary: 'Lifts a block; what it took is judged again and comes back.',
  scope: 'abuse:write',
  params: BlockPath,
  response: Block,
  handle: async ({ params, ...call }) => {
    const block = await liftBlock({ id: params.id, ...call });
    afterResponse();
    return block;
  },
});
