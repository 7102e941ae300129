import { NewContentScreen } from '@/components/contents/new-content-screen';
import { requireAdminPage } from '@/lib/http/page-actor';

export default async function NewContentPage() {
  await requireAdminPage();
  return <NewContentScreen />;
}
