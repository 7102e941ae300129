'use client';

import { useMutation } from '@tanstack/react-query';
import { ImageUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, type DragEvent, useId, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { AdPicture } from '@/components/member/ad-picture';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useFormat } from '@/components/use-format';
import { useProblemText } from '@/components/use-problem-text';
import { uploadPicture } from '@/lib/assets/client';
import { MAX_PICTURE_MEBIBYTES, PICTURE_TYPES } from '@/lib/assets/schema';
import type { AdForm } from './ad-form';

/** A picture that is uploaded, or lies elsewhere; shown whole, as members will see it. */
export function PictureField({ form }: { form: AdForm }) {
  const t = useTranslations('ads');
  const problemText = useProblemText();
  const { register, setValue, control, formState } = form;
  const shown = useWatch({ control, name: 'imageUrl' }).trim();
  const upload = usePictureUpload((url) =>
    setValue('imageUrl', url, { shouldDirty: true, shouldValidate: formState.isSubmitted }),
  );
  const refused = upload.error ? problemText(upload.error) : null;
  return (
    <div className="flex flex-col gap-3">
      <DropZone shown={shown} upload={upload} onRemove={() => setValue('imageUrl', '', { shouldDirty: true })} />
      <p role="alert" className="text-xs text-bad empty:hidden">
        {refused && `${refused.title}. ${refused.detail}`}
      </p>
      <Field label={t('pictureAddress')} optional={t('optional')} error={formState.errors.imageUrl?.message}>
        <Input {...register('imageUrl')} inputMode="url" autoComplete="off" spellCheck={false} placeholder="https://" />
      </Field>
    </div>
  );
}

type Upload = ReturnType<typeof usePictureUpload>;

function usePictureUpload(onDone: (url: string) => void) {
  const [part, setPart] = useState(0);
  const mutation = useMutation({
    mutationFn: (file: File) => uploadPicture(file, { onProgress: setPart }),
    onMutate: () => setPart(0),
    onSuccess: (asset) => onDone(asset.url),
  });
  return { part, busy: mutation.isPending, error: mutation.error, send: mutation.mutate };
}

function DropZone({ shown, upload, onRemove }: { shown: string; upload: Upload; onRemove: () => void }) {
  const t = useTranslations('ads');
  const format = useFormat();
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => files?.[0] && upload.send(files[0]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    take(event.target.files);
    // The same file again is a choice, too.
    event.target.value = '';
  };
  return (
    // A drop is a second way to the button inside, which the keyboard reaches.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`flex flex-wrap items-center gap-4 rounded border border-dashed p-3 ${over ? 'border-accent bg-accent-soft' : 'border-edge'}`}
    >
      <div className="w-40 shrink-0 overflow-hidden rounded">
        <AdPicture url={shown === '' ? null : shown} />
      </div>
      <div className="flex min-w-0 grow basis-52 flex-col items-start gap-2">
        <span className="text-sm font-medium">
          {t('picture')} <span className="font-normal text-muted">{t('optional')}</span>
        </span>
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            icon={ImageUp}
            busy={upload.busy}
            aria-describedby={id}
            onClick={() => file.current?.click()}
          >
            {upload.busy
              ? t('uploading', { percent: format.percent(upload.part) })
              : t(shown === '' ? 'choosePicture' : 'otherPicture')}
          </Button>
          {shown !== '' && (
            <Button size="small" variant="quiet" onClick={onRemove}>
              {t('removePicture')}
            </Button>
          )}
        </div>
        <p id={id} className="text-xs text-muted">
          {t('pictureHint', { mebibytes: MAX_PICTURE_MEBIBYTES })}
        </p>
        <input
          ref={file}
          type="file"
          accept={PICTURE_TYPES.join(',')}
          onChange={choose}
          aria-label={t('choosePicture')}
          tabIndex={-1}
          className="sr-only"
        />
      </div>
    </div>
  );
}
