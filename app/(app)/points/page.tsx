import { PointsScreen } from '@/components/member/points-screen';
import { pageActor } from '@/lib/http/page-actor';

export default async function PointsPage() {
  const { memberId } = await pageActor();
  return <PointsScreen memberId={memberId} />;
}
