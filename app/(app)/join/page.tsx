import { JoinScreen } from '@/components/member/join-screen';
import { pageActor } from '@/lib/http/page-actor';

export default async function JoinPage() {
  const { memberId } = await pageActor();
  return <JoinScreen memberId={memberId} />;
}
