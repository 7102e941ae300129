'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ErrorState } from '@/components/ui/error-state';
import { IconButton } from '@/components/ui/icon-button';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/use-format';
import { deleteDraft, draftsQuery } from '@/lib/ads/client';
import type { AdDraft } from '@/lib/ads/schema';
import { fieldsOfDraft } from './ad-fields';

/** What is still being written: goes on where it stopped, or is thrown away. Without drafts there is no panel. */
export function DraftsPanel() {
  const t = useTranslations('ads');
  const query = useQuery(draftsQuery());
  const [leaving, setLeaving] = useState<AdDraft | null>(null);
  const [all, setAll] = useState(false);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} compact />;
  if (!query.data || query.data.items.length === 0) return null;
  const { items } = query.data;
  const shown = all ? items : items.slice(0, FEW);
  return (
    <Panel title={t('drafts')} note={t('draftsNote')} flush>
      <ul className="border-t">
        {shown.map((draft) => (
          <DraftLine key={draft.id} draft={draft} onDelete={() => setLeaving(draft)} />
        ))}
      </ul>
      {shown.length < items.length && (
        <div className="border-t px-4 py-2">
          <Button size="small" variant="quiet" onClick={() => setAll(true)} className="-ml-2">
            {t('allDrafts', { count: items.length })}
          </Button>
        </div>
      )}
      {leaving && <DeleteDialog draft={leaving} onClose={() => setLeaving(null)} />}
    </Panel>
  );
}

/** More than these would push the ads out of sight. */
const FEW = 3;

function DraftLine({ draft, onDelete }: { draft: AdDraft; onDelete: () => void }) {
  const t = useTranslations('ads');
  const format = useFormat();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-2 last:border-b-0">
      <span className="mr-auto min-w-0 basis-44 grow">
        <span className="block truncate font-medium">{useDraftName(draft)}</span>
        <span className="block text-xs text-muted">{t('changedAt', { at: format.dateTime(draft.updatedAt) })}</span>
      </span>
      <LinkButton size="small" href={`/ads/new?draft=${draft.id}`}>
        {t('continue')}
      </LinkButton>
      <IconButton icon={Trash2} label={t('deleteDraft')} onClick={onDelete} />
    </li>
  );
}

function DeleteDialog({ draft, onClose }: { draft: AdDraft; onClose: () => void }) {
  const t = useTranslations('ads');
  const format = useFormat();
  const client = useQueryClient();
  const deleting = useMutation({
    mutationFn: () => deleteDraft(draft.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: draftsQuery().queryKey });
      onClose();
      toast(t('draftDeleted'));
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('deleteDraftTitle')}
      confirm={t('deleteDraft')}
      onConfirm={() => deleting.mutate()}
      busy={deleting.isPending}
      error={deleting.error}
    >
      <p>{t('deleteDraftWhat', { name: useDraftName(draft), at: format.dateTime(draft.updatedAt) })}</p>
    </ConfirmDialog>
  );
}

function useDraftName(draft: AdDraft): string {
  const t = useTranslations('ads');
  return fieldsOfDraft(draft.fields).name.trim() || t('unnamed');
}
