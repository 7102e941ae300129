import { listIntake } from '@/lib/dashboard/queries/list-intake';
import { Intake, IntakeQuery } from '@/lib/dashboard/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'Duplicates and rejected events per day of arrival.',
  scope: 'stats:read',
  query: IntakeQuery,
  response: Intake,
  handle: ({ query }) => listIntake(query),
});
