import { getClosedHours } from '@/lib/community/queries/get-closed-hours';
import { ClosedHoursNow, ClosedHoursSet } from '@/lib/community/schema';
import { setClosedHours } from '@/lib/community/set-closed-hours';
import { route } from '@/lib/http/route';
import { db } from '@/lib/platform/database';

export const GET = route({
  summary: "When members' posts are not taken, and whether that is now.",
  scope: 'posts:read',
  response: ClosedHoursNow,
  handle: ({ now }) => getClosedHours(db(), now),
});

export const PUT = route({
  summary: "Sets the hours of each day in which members' posts are not taken; null for none.",
  scope: 'posts:moderate',
  body: ClosedHoursSet,
  example: () => ({ body: { from: '02:00', until: '05:00' } }),
  response: ClosedHoursNow,
  handle: ({ body, ...call }) => setClosedHours({ wanted: body, ...call }),
});
