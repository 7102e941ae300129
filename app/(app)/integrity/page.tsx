import { IntegrityScreen } from '@/components/integrity/integrity-screen';
import { requireAdminPage } from '@/lib/http/page-actor';

export default async function IntegrityPage() {
  await requireAdminPage();
  return <IntegrityScreen />;
}
