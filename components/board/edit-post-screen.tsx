'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { toast } from '@/components/ui/toast';
import { updatePost } from '@/lib/community/client';
import type { Post } from '@/lib/community/schema';
import { fieldsOf } from './post-fields';
import { PostForm } from './post-form';

/** Changes one's own post. */
export function EditPostScreen({ post }: { post: Post }) {
  const t = useTranslations('board');
  const router = useRouter();
  const client = useQueryClient();
  const [fields, setFields] = useState(() => fieldsOf(post));
  const saving = useMutation({
    mutationFn: () => updatePost(post.id, { title: fields.title, body: fields.body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['posts'] });
      toast(t('saved'));
      router.push(`/board/${post.id}`);
      router.refresh();
    },
  });
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t('editPost')} back={<Link href={`/board/${post.id}`}>{post.title}</Link>} />
      <PostForm
        fields={fields}
        onChange={setFields}
        onSubmit={() => saving.mutate()}
        submit={t('save')}
        busy={saving.isPending}
        error={saving.error}
      />
    </div>
  );
}
