import { HistoryScreen } from '@/components/member/history-screen';
import { pageActor } from '@/lib/http/page-actor';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';

export default async function HistoryPage() {
  const { memberId } = await pageActor();
  return <HistoryScreen memberId={memberId} today={calendar().dayOf(now())} />;
}
