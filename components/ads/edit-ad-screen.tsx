'use client';

import { useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { RestoredNote } from '@/components/ui/restored-note';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/use-format';
import { useKeptForm } from '@/components/use-kept-form';
import { updateAd } from '@/lib/ads/client';
import type { Ad } from '@/lib/ads/schema';
import type { Day } from '@/lib/kernel/day';
import { type AdFields, changesOf, fieldsOfAd, fieldsOfDraft } from './ad-fields';
import { AdForm, useAdForm } from './ad-form';

type EditAdScreenProps = { ad: Ad; personId: number; today: Day };

/** Changes an ad; only what was changed is sent. What is typed is kept in this tab until it is saved. */
export function EditAdScreen({ ad, personId, today }: EditAdScreenProps) {
  const t = useTranslations('ads');
  const { zone } = useFormat();
  const router = useRouter();
  const client = useQueryClient();
  const [shown] = useState(() => fieldsOfAd(ad, zone));
  const form = useAdForm(shown, ad.used);
  const kept = useKeptForm(form, `ad ${personId} edit ${ad.id}`, fieldsOfDraft);
  const save = async (fields: AdFields) => {
    const changes = changesOf(shown, fields, zone);
    const changed = Object.keys(changes).length > 0;
    if (changed) await updateAd(ad.id, changes);
    kept.forget();
    await client.invalidateQueries({ queryKey: ['ads'] });
    toast(t(changed ? 'saved' : 'nothingChanged'));
    router.push(`/ads/${ad.id}`);
  };
  const discard = () => {
    form.reset(shown);
    kept.forget();
  };
  return (
    <>
      <PageHeader
        title={t('editTitle', { name: ad.name })}
        back={
          <>
            <Link href="/ads">{t('title')}</Link> / <Link href={`/ads/${ad.id}`}>{ad.name}</Link>
          </>
        }
      />
      {kept.restored && <RestoredNote onDiscard={discard} />}
      <AdForm
        form={form}
        today={today}
        used={ad.used}
        asksOwner={false}
        submit={t('save')}
        status={<p className="text-sm text-muted">{t('draft.kept')}</p>}
        onSubmit={save}
      />
    </>
  );
}
