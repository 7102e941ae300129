import { NewPostScreen } from '@/components/board/new-post-screen';
import { pageActor } from '@/lib/http/page-actor';

export default async function NewPostPage() {
  const { memberId, roles } = await pageActor();
  return <NewPostScreen memberId={memberId} admin={roles.includes('admin')} />;
}
