import { route } from '@/lib/http/route';
import { creatorInSight } from '@/lib/settlement/creator-in-sight';
import { getSettlement } from '@/lib/settlement/queries/get-settlement';
import { Settlement, SettlementQuery } from '@/lib/settlement/schema';

export const GET = route({
  summary:
    'What videos earned in the day, week or month that holds a date, video by video, with adjustments of closed days.',
  scope: 'settlements:read',
  query: SettlementQuery,
  response: Settlement,
  handle: ({ query, actor }) => getSettlement({ ...query, creatorId: creatorInSight(actor, query.creatorId) }),
});
