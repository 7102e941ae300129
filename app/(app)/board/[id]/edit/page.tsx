import { forbidden, notFound } from 'next/navigation';
import { EditPostScreen } from '@/components/board/edit-post-screen';
import { getPost } from '@/lib/community/queries/get-post';
import { whoReads } from '@/lib/community/who-reads';
import { pageActor } from '@/lib/http/page-actor';
import { DomainError } from '@/lib/kernel/error';
import { idOf } from '@/lib/kernel/id';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/database';

export default async function EditPostPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor();
  const asked = { id: idOf((await params).id), ...whoReads(actor), now: now() };
  const post = await getPost(db(), asked).catch((error) => {
    if (error instanceof DomainError && error.kind === 'missing') notFound();
    throw error;
  });
  if (post.authorId !== actor.memberId) forbidden();
  return <EditPostScreen post={post} />;
}
