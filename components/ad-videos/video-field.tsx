'use client';

import { Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FileButton } from '@/components/ui/file-button';
import { Input } from '@/components/ui/input';
import { useFormat } from '@/components/use-format';
import { useUpload } from '@/components/use-upload';
import { uploadVideo } from '@/lib/assets/client';
import { VIDEO_TYPES } from '@/lib/assets/schema';
import { type AdVideoFields, isVideoAddress } from './ad-video-fields';
import { VideoPreview } from './video-preview';

/** A video that is uploaded, or lies elsewhere; played here before it is registered. */
export function VideoField({ form }: { form: UseFormReturn<AdVideoFields> }) {
  const t = useTranslations('streaming.ads');
  const format = useFormat();
  const id = useId();
  const { register, setValue, control, formState } = form;
  const url = useWatch({ control, name: 'url' }).trim();
  const changed = { shouldDirty: true, shouldValidate: formState.isSubmitted };
  const upload = useUpload(uploadVideo, (address) => setValue('url', address, changed));
  const measured = (seconds: number) => {
    if (form.getValues('durationSeconds') === '') setValue('durationSeconds', String(seconds), changed);
  };
  return (
    <div className="flex flex-col gap-3">
      <VideoPreview url={isVideoAddress(url) ? url : null} onMeasured={measured} />
      <div className="flex flex-wrap items-center gap-2">
        <FileButton
          icon={Upload}
          label={t('file')}
          accept={VIDEO_TYPES}
          busy={upload.busy}
          onChoose={upload.send}
          aria-describedby={id}
        >
          {upload.busy ? t('uploading', { percent: format.percent(upload.part) }) : t(url === '' ? 'choose' : 'other')}
        </FileButton>
        {url !== '' && (
          <Button size="small" variant="quiet" onClick={() => setValue('url', '', changed)}>
            {t('remove')}
          </Button>
        )}
        <span id={id} className="text-xs text-muted">
          {t('fileHint')}
        </span>
      </div>
      <p role="alert" className="text-xs text-bad empty:hidden">
        {upload.refused}
      </p>
      <Field label={t('address')} hint={t('addressHint')} error={formState.errors.url?.message}>
        <Input {...register('url')} inputMode="url" autoComplete="off" spellCheck={false} placeholder="https://" />
      </Field>
    </div>
  );
}
