'use client';

import { useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/frame/page-header';
import { RestoredNote } from '@/components/ui/restored-note';
import { toast } from '@/components/ui/toast';
import { useKeptForm } from '@/components/use-kept-form';
import { createAdVideo } from '@/lib/streaming/client';
import { type AdVideoFields, fieldsOfCopy, wantedOf } from './ad-video-fields';
import { AdVideoForm, useAdVideoForm } from './ad-video-form';

const EMPTY = fieldsOfCopy(null);

/** Registers an ad video; what is typed is kept in this tab until it is registered. */
export function NewAdVideoScreen({ personId, admin }: { personId: number; admin: boolean }) {
  const t = useTranslations('streaming.ads');
  const say = useTranslations('streaming');
  const router = useRouter();
  const client = useQueryClient();
  const form = useAdVideoForm(EMPTY);
  const kept = useKeptForm(form, `ad video ${personId} new`, fieldsOfCopy);
  const register = async (fields: AdVideoFields) => {
    const owner = admin && { ownerId: fields.owner && Number(fields.owner.value) };
    const made = await createAdVideo({ ...wantedOf(fields), ...owner });
    kept.forget();
    await client.invalidateQueries({ queryKey: ['ad-videos'] });
    toast(t('created', { title: made.title }));
    router.push(`/streaming/ad-videos/${made.id}`);
  };
  const discard = () => {
    form.reset(EMPTY);
    kept.forget();
  };
  return (
    <>
      <PageHeader title={t('new')} back={<Link href="/streaming/ad-videos">{say('adVideos')}</Link>} />
      {kept.restored && <RestoredNote onDiscard={discard} />}
      <AdVideoForm
        form={form}
        isNew
        asksOwner={admin}
        submit={t('create')}
        status={<p className="text-sm text-muted">{t('kept')}</p>}
        onSubmit={register}
      />
    </>
  );
}
