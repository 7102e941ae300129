'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/use-format';
import type { Saving } from './use-draft';

/** What became of what is typed: `Saved 14:03`. */
export function DraftStatus({ saving }: { saving: Saving }) {
  const t = useTranslations('ads');
  const format = useFormat();
  const { state, at } = saving;
  return (
    <p role="status" className={state === 'failed' ? 'text-sm text-warn' : 'text-sm text-muted'}>
      {state === null && t('draft.new')}
      {state === 'saving' && t('draft.saving')}
      {state === 'failed' && t('draft.failed')}
      {state === 'saved' && at && t('draft.saved', { at: format.time(at).slice(0, 5) })}
    </p>
  );
}
