import { getViewerActivity } from '@/lib/abuse/queries/get-viewer-activity';
import { ViewerActivity, ViewerPath, ViewerQuery } from '@/lib/abuse/schema';
import { route } from '@/lib/http/route';
import { calendar } from '@/lib/platform/calendar';

export const GET = route({
  summary: 'What one viewer did: contents, hours, refusals and blocks.',
  scope: 'abuse:read',
  params: ViewerPath,
  query: ViewerQuery,
  response: ViewerActivity,
  handle: ({ params, query, now }) => getViewerActivity({ ...params, ...query }, calendar().dayOf(now)),
});
