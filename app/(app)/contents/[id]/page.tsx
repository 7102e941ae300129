import { notFound } from 'next/navigation';
import { ContentScreen } from '@/components/contents/content-screen';
import { getContent } from '@/lib/content/queries/get-content';
import { requireAdminPage } from '@/lib/http/page-actor';
import { DomainError } from '@/lib/kernel/error';
import { idOf } from '@/lib/kernel/id';
import { db } from '@/lib/platform/database';

export default async function ContentPage({ params }: { params: Promise<{ id: string }> }) {
  await requireAdminPage();
  const content = await getContent(db(), idOf((await params).id)).catch((error) => {
    if (error instanceof DomainError && error.kind === 'missing') notFound();
    throw error;
  });
  return <ContentScreen initial={content} />;
}
