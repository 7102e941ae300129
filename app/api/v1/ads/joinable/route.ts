import { actingMember } from '@/lib/accounts/acting-member';
import { listJoinable } from '@/lib/ads/queries/list-joinable';
import { JoinableList, JoinableQuery } from '@/lib/ads/schema';
import { options, route } from '@/lib/http/route';

export const OPTIONS = options;

export const GET = route({
  summary: 'The ten ads that a member can join now, best reward first; without a member, those that anybody might.',
  scope: 'ads:joinable',
  crossOrigin: true,
  query: JoinableQuery,
  response: JoinableList,
  handle: async ({ query, actor, now }) => {
    const memberId = actingMember(actor, query.memberId);
    return { items: await listJoinable({ memberId, now }), nextCursor: null };
  },
});
