import { notFound } from 'next/navigation';
import { PostScreen } from '@/components/board/post-screen';
import { getPost } from '@/lib/community/queries/get-post';
import { whoReads } from '@/lib/community/who-reads';
import { pageActor } from '@/lib/http/page-actor';
import { DomainError } from '@/lib/kernel/error';
import { idOf } from '@/lib/kernel/id';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/database';

export default async function PostPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor();
  const asked = { id: idOf((await params).id), ...whoReads(actor), now: now(), body: 'kept' as const };
  const post = await getPost(db(), asked).catch((error) => {
    if (error instanceof DomainError && error.kind === 'missing') notFound();
    throw error;
  });
  return <PostScreen initial={post} memberId={actor.memberId} admin={actor.roles.includes('admin')} />;
}
