'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Eye, EyeOff, ShieldCheck } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useState } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { postsQuery } from '@/lib/community/client';
import { POST_STATES } from '@/lib/community/rules';
import type { PostLine } from '@/lib/community/schema';
import { ClosedHoursPanel } from './closed-hours-panel';
import { HideDialog } from './hide-dialog';
import { moderationSearch } from './search';
import { useModeration } from './use-moderation';
import { usePostColumns } from './use-post-columns';

/** For admins: what was written, what is hidden, and when nothing is taken. */
export function ModerationScreen() {
  const t = useTranslations('board');
  return (
    <>
      <PageHeader title={t('moderation')} note={t('moderationNote')} back={<Link href="/board">{t('title')}</Link>} />
      <div className="flex flex-col gap-4">
        <ClosedHoursPanel />
        <PostsPanel />
      </div>
    </>
  );
}

function PostsPanel() {
  const t = useTranslations('board');
  const [{ state }, setSearch] = useQueryStates(moderationSearch, { history: 'replace' });
  const [hiding, setHiding] = useState<PostLine | null>(null);
  const query = useInfiniteQuery(postsQuery({ state }));
  const states = POST_STATES.map((value) => ({ value, label: t(`states.${value}`) }));
  return (
    <Panel
      title={t('posts')}
      flush
      actions={
        <Segmented
          label={t('state')}
          options={states}
          value={state}
          onChange={(next) => void setSearch({ state: next })}
        />
      }
    >
      <PagedTable
        label={t('posts')}
        query={query}
        columns={usePostColumns()}
        rowId={(post) => String(post.id)}
        hrefOf={(post) => `/board/${post.id}`}
        actions={(post) => <Decide post={post} onHide={() => setHiding(post)} />}
        empty={<EmptyState icon={ShieldCheck} title={t('nothingHere')} />}
      />
      {hiding && (
        <HideDialog target={{ what: 'posts', id: hiding.id }} title={hiding.title} onClose={() => setHiding(null)} />
      )}
    </Panel>
  );
}

function Decide({ post, onHide }: { post: PostLine; onHide: () => void }) {
  const t = useTranslations('board');
  const showing = useModeration(() => undefined);
  if (post.hiddenAt === null) return <IconButton icon={EyeOff} label={t('hide')} onClick={onHide} />;
  const show = () => showing.mutate({ what: 'posts', id: post.id, reason: null });
  return <IconButton icon={Eye} label={t('show')} onClick={show} disabled={showing.isPending} />;
}
