'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { PenLine, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { PageHeader } from '@/components/frame/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { LinkButton } from '@/components/ui/link-button';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { postsQuery } from '@/lib/community/client';
import { POST_KINDS, POST_SORTS } from '@/lib/community/rules';
import { boardSearch } from './search';
import { usePostColumns } from './use-post-columns';

/** What members and the house write, newest or most commented first. */
export function BoardScreen({ admin }: { admin: boolean }) {
  const t = useTranslations('board');
  const [{ kind, sort }, setSearch] = useQueryStates(boardSearch, { history: 'replace' });
  const query = useInfiniteQuery(postsQuery({ kind, sort }));
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} action={<Actions admin={admin} />} />
      <Panel
        title={t('posts')}
        flush
        actions={
          <div className="flex flex-wrap gap-2">
            <FilterSelect
              label={t('kind')}
              all={t('kinds.all')}
              options={POST_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
              value={kind}
              onChange={(next) => void setSearch({ kind: next })}
            />
            <Segmented
              label={t('sort')}
              options={POST_SORTS.map((value) => ({ value, label: t(`sorts.${value}`) }))}
              value={sort}
              onChange={(value) => void setSearch({ sort: value })}
            />
          </div>
        }
      >
        <PagedTable
          label={t('posts')}
          query={query}
          columns={usePostColumns()}
          rowId={(post) => String(post.id)}
          hrefOf={(post) => `/board/${post.id}`}
          empty={<NothingWritten />}
        />
      </Panel>
    </>
  );
}

function Actions({ admin }: { admin: boolean }) {
  const t = useTranslations('board');
  return (
    <>
      {admin && (
        <LinkButton href="/board/moderation" icon={ShieldCheck}>
          {t('moderation')}
        </LinkButton>
      )}
      <LinkButton variant="primary" href="/board/new" icon={PenLine}>
        {t('write')}
      </LinkButton>
    </>
  );
}

function NothingWritten() {
  const t = useTranslations('board');
  return (
    <EmptyState icon={PenLine} title={t('emptyTitle')} action={<LinkButton href="/board/new">{t('write')}</LinkButton>}>
      {t('emptyHow')}
    </EmptyState>
  );
}
