import { ContentsScreen } from '@/components/contents/contents-screen';
import { requireAdminPage } from '@/lib/http/page-actor';

export default async function ContentsPage() {
  await requireAdminPage();
  return <ContentsScreen />;
}
