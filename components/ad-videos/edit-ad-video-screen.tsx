'use client';

import { useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { RestoredNote } from '@/components/ui/restored-note';
import { toast } from '@/components/ui/toast';
import { useKeptForm } from '@/components/use-kept-form';
import type { AdVideo } from '@/lib/streaming/ad-video-schema';
import { updateAdVideo } from '@/lib/streaming/client';
import { type AdVideoFields, changesOf, fieldsOfAdVideo, fieldsOfCopy } from './ad-video-fields';
import { AdVideoForm, useAdVideoForm } from './ad-video-form';

/** Changes an ad video; only what was changed is sent. */
export function EditAdVideoScreen({ adVideo, personId }: { adVideo: AdVideo; personId: number }) {
  const t = useTranslations('streaming.ads');
  const say = useTranslations('streaming');
  const router = useRouter();
  const client = useQueryClient();
  const [shown] = useState(() => fieldsOfAdVideo(adVideo));
  const form = useAdVideoForm(shown);
  const kept = useKeptForm(form, `ad video ${personId} edit ${adVideo.id}`, fieldsOfCopy);
  const save = async (fields: AdVideoFields) => {
    const changes = changesOf(shown, fields);
    if (Object.keys(changes).length > 0) await updateAdVideo(adVideo.id, changes);
    kept.forget();
    await client.invalidateQueries({ queryKey: ['ad-videos'] });
    toast(t('saved'));
    router.push(`/streaming/ad-videos/${adVideo.id}`);
  };
  const discard = () => {
    form.reset(shown);
    kept.forget();
  };
  const back = (
    <>
      <Link href="/streaming/ad-videos">{say('adVideos')}</Link> /{' '}
      <Link href={`/streaming/ad-videos/${adVideo.id}`}>{adVideo.title}</Link>
    </>
  );
  return (
    <>
      <PageHeader title={t('edit', { title: adVideo.title })} back={back} />
      {kept.restored && <RestoredNote onDiscard={discard} />}
      <AdVideoForm
        form={form}
        isNew={false}
        asksOwner={false}
        submit={t('save')}
        status={<p className="text-sm text-muted">{t('kept')}</p>}
        onSubmit={save}
      />
    </>
  );
}
