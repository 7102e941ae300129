import { listHours } from '@/lib/dashboard/queries/list-hours';
import { Hours, HoursQuery } from '@/lib/dashboard/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'Figures per hour of a business day.',
  scope: 'stats:read',
  query: HoursQuery,
  response: Hours,
  handle: ({ query }) => listHours(query),
});
