'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Archive, ArchiveRestore, ChartColumn } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { LinkButton } from '@/components/ui/link-button';
import { toast } from '@/components/ui/toast';
import { contentQuery, updateContent } from '@/lib/content/client';
import type { Content } from '@/lib/content/schema';
import { ContentForm } from './content-form';
import { changesOf, fieldsOf } from './fields';

/** One content: what it is, its figures a press away, and putting it away. */
export function ContentScreen({ initial }: { initial: Content }) {
  const t = useTranslations('contents');
  const client = useQueryClient();
  const { data: content } = useQuery({ ...contentQuery(initial.id), initialData: initial });
  const [shown, setShown] = useState(() => fieldsOf(initial));
  return (
    <>
      <PageHeader
        title={content.title}
        back={<Link href="/contents">{t('title')}</Link>}
        note={
          <>
            #{content.id} · {t(`kinds.${content.kind}`)} {content.archivedAt !== null && <Badge>{t('archived')}</Badge>}
          </>
        }
        action={<Actions content={content} />}
      />
      <ContentForm
        initial={shown}
        fixedKind
        submit={t('save')}
        onSubmit={async (fields) => {
          await updateContent(content.id, changesOf(shown, fields));
          setShown(fields);
          await client.invalidateQueries({ queryKey: ['contents'] });
          toast(t('saved'));
        }}
      />
    </>
  );
}

function Actions({ content }: { content: Content }) {
  const t = useTranslations('contents');
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const archived = content.archivedAt !== null;
  const turning = useMutation({
    mutationFn: () => updateContent(content.id, { archived: !archived }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['contents'] });
      setAsking(false);
      toast(t(archived ? 'broughtBack' : 'putAway'));
    },
  });
  return (
    <>
      <LinkButton href={`/overview?content=${content.id}`} icon={ChartColumn}>
        {t('figures')}
      </LinkButton>
      <Button icon={archived ? ArchiveRestore : Archive} onClick={() => setAsking(true)}>
        {t(archived ? 'bringBack' : 'archive')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t(archived ? 'bringBackTitle' : 'archiveTitle', { title: content.title })}
        confirm={t(archived ? 'bringBack' : 'archive')}
        onConfirm={() => turning.mutate()}
        busy={turning.isPending}
        error={turning.error}
        danger={false}
      >
        <p>{t(archived ? 'bringBackWhat' : 'archiveWhat')}</p>
      </ConfirmDialog>
    </>
  );
}
