'use client';

import { useMutation } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, useId, useRef, useState } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useFormat } from '@/components/use-format';
import { useProblemText } from '@/components/use-problem-text';
import { uploadVideo } from '@/lib/assets/client';
import { VIDEO_TYPES } from '@/lib/assets/schema';
import { type AdVideoFields, isVideoAddress } from './ad-video-fields';
import { VideoPreview } from './video-preview';

/** A video that is uploaded, or lies elsewhere; played here before it is registered. */
export function VideoField({ form }: { form: UseFormReturn<AdVideoFields> }) {
  const t = useTranslations('streaming.ads');
  const problemText = useProblemText();
  const { register, setValue, control, formState } = form;
  const url = useWatch({ control, name: 'url' }).trim();
  const changed = { shouldDirty: true, shouldValidate: formState.isSubmitted };
  const upload = useVideoUpload((address) => setValue('url', address, changed));
  const refused = upload.error ? problemText(upload.error) : null;
  const measured = (seconds: number) => {
    if (form.getValues('durationSeconds') === '') setValue('durationSeconds', String(seconds), changed);
  };
  return (
    <div className="flex flex-col gap-3">
      <VideoPreview url={isVideoAddress(url) ? url : null} onMeasured={measured} />
      <FileButton upload={upload} chosen={url !== ''} onRemove={() => setValue('url', '', changed)} />
      <p role="alert" className="text-xs text-bad empty:hidden">
        {refused && `${refused.title}. ${refused.detail}`}
      </p>
      <Field label={t('address')} hint={t('addressHint')} error={formState.errors.url?.message}>
        <Input {...register('url')} inputMode="url" autoComplete="off" spellCheck={false} placeholder="https://" />
      </Field>
    </div>
  );
}

function useVideoUpload(onDone: (url: string) => void) {
  const [part, setPart] = useState(0);
  const mutation = useMutation({
    mutationFn: (file: File) => uploadVideo(file, { onProgress: setPart }),
    onMutate: () => setPart(0),
    onSuccess: (file) => onDone(file.url),
  });
  return { part, busy: mutation.isPending, error: mutation.error, send: mutation.mutate };
}

type FileButtonProps = { upload: ReturnType<typeof useVideoUpload>; chosen: boolean; onRemove: () => void };

function FileButton({ upload, chosen, onRemove }: FileButtonProps) {
  const t = useTranslations('streaming.ads');
  const format = useFormat();
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [first] = event.target.files ?? [];
    if (first) upload.send(first);
    // The same file again is a choice, too.
    event.target.value = '';
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="small" icon={Upload} busy={upload.busy} aria-describedby={id} onClick={() => file.current?.click()}>
        {upload.busy ? t('uploading', { percent: format.percent(upload.part) }) : t(chosen ? 'other' : 'choose')}
      </Button>
      {chosen && (
        <Button size="small" variant="quiet" onClick={onRemove}>
          {t('remove')}
        </Button>
      )}
      <span id={id} className="text-xs text-muted">
        {t('fileHint')}
      </span>
      <input
        ref={file}
        type="file"
        accept={VIDEO_TYPES.join(',')}
        onChange={choose}
        aria-label={t('file')}
        tabIndex={-1}
        className="sr-only"
      />
    </div>
  );
}
