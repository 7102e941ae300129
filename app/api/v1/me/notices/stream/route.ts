import { noticeStream } from '@/lib/http/notice-stream';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';

export const GET = route({
  summary:
    'Server-sent events: `notice` whenever the member of the session is told something. 204 where none are kept open.',
  scope: 'signed-in',
  produces: 'text/event-stream',
  handle: async ({ actor, request }) =>
    actor.kind === 'user' ? noticeStream(actor.memberId, request.signal) : undefined,
});
