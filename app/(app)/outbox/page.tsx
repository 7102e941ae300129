import { OutboxScreen } from '@/components/outbox/outbox-screen';
import { requireAdminPage } from '@/lib/http/page-actor';

export default async function OutboxPage() {
  await requireAdminPage();
  return <OutboxScreen />;
}
