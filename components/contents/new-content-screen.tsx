'use client';

import { useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/frame/page-header';
import { toast } from '@/components/ui/toast';
import { createContent } from '@/lib/content/client';
import { ContentForm } from './content-form';
import { EMPTY, wantedOf } from './fields';

/** Registers an article or a video. */
export function NewContentScreen() {
  const t = useTranslations('contents');
  const router = useRouter();
  const client = useQueryClient();
  return (
    <>
      <PageHeader title={t('new')} back={<Link href="/contents">{t('title')}</Link>} />
      <ContentForm
        initial={EMPTY}
        submit={t('create')}
        onSubmit={async (fields) => {
          const content = await createContent(wantedOf(fields));
          await client.invalidateQueries({ queryKey: ['contents'] });
          toast(t('created', { title: content.title, id: content.id }));
          router.push(`/contents/${content.id}`);
        }}
      />
    </>
  );
}
