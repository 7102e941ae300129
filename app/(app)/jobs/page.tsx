import { JobsScreen } from '@/components/jobs/jobs-screen';
import { requireAdminPage } from '@/lib/http/page-actor';

export default async function JobsPage() {
  await requireAdminPage();
  return <JobsScreen />;
}
