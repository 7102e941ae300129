'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Clock } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { v4 } from 'uuid';
import { PageHeader } from '@/components/frame/page-header';
import { SkeletonLines } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { closedHoursQuery, createPost } from '@/lib/community/client';
import { OfferFields } from './offer-fields';
import { type PostFields, wantedOf } from './post-fields';
import { PostForm } from './post-form';
import { useKeptPost } from './use-kept-post';

/** Writes a post; what is typed is kept in this browser until it is published. */
export function NewPostScreen({ memberId, admin }: { memberId: string; admin: boolean }) {
  const t = useTranslations('board');
  const kept = useKeptPost(memberId);
  const publishing = usePublish(memberId, kept.forget);
  const { fields } = kept;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t('write')} back={<Link href="/board">{t('title')}</Link>} note={t('writeNote')} />
      <ClosedNow />
      {fields === null ? (
        <SkeletonLines lines={6} />
      ) : (
        <PostForm
          fields={fields}
          onChange={kept.change}
          onSubmit={() => publishing.publish(fields)}
          submit={t('publish')}
          busy={publishing.isPending || publishing.isSuccess}
          error={publishing.error}
          note={t('draftKept')}
        >
          {admin && <OfferFields fields={fields} onChange={kept.change} />}
        </PostForm>
      )}
    </div>
  );
}

/** The same fields sent again are the same post, whatever became of the answer. */
function usePublish(memberId: string, forget: () => void) {
  const t = useTranslations('board');
  const router = useRouter();
  const client = useQueryClient();
  const pressed = useRef<{ text: string; key: string } | null>(null);
  const mutation = useMutation({
    mutationFn: ({ json, key }: { json: object; key: string }) => createPost(json, key),
    onSuccess: async (post) => {
      forget();
      toast(t('published'), post.rewardPoints > 0 ? { description: t('earned', { points: post.rewardPoints }) } : {});
      for (const queryKey of [
        ['posts', 'list'],
        ['points', memberId],
        ['point-entries', memberId],
      ])
        void client.invalidateQueries({ queryKey });
      router.push(`/board/${post.id}`);
    },
  });
  const publish = (fields: PostFields) => {
    const json = wantedOf(fields);
    const text = JSON.stringify(json);
    if (pressed.current?.text !== text) pressed.current = { text, key: v4() };
    mutation.mutate({ json, key: pressed.current.key });
  };
  return { ...mutation, publish };
}

function ClosedNow() {
  const t = useTranslations('board');
  const { data } = useQuery(closedHoursQuery());
  if (!data?.closed) return null;
  return (
    <p role="status" className="mb-4 flex items-center gap-2 rounded bg-warn-soft px-3 py-2 text-sm">
      <Clock aria-hidden className="size-4 shrink-0 text-warn" />
      {t('closedNow', { from: data.from ?? '', until: data.until ?? '' })}
    </p>
  );
}
