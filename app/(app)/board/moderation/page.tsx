import { ModerationScreen } from '@/components/board/moderation-screen';
import { requireAdminPage } from '@/lib/http/page-actor';

export default async function ModerationPage() {
  await requireAdminPage();
  return <ModerationScreen />;
}
