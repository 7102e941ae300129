import { ImportScreen } from '@/components/contents/import-screen';
import { requireAdminPage } from '@/lib/http/page-actor';

export default async function ImportPage() {
  await requireAdminPage();
  return <ImportScreen />;
}
