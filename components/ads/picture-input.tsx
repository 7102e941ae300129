'use client';

import { ImageUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { AdPicture } from '@/components/member/ad-picture';
import { Button } from '@/components/ui/button';
import { FileButton } from '@/components/ui/file-button';
import { useFormat } from '@/components/use-format';
import { useUpload } from '@/components/use-upload';
import { uploadPicture } from '@/lib/assets/client';
import { MAX_PICTURE_MEBIBYTES, PICTURE_TYPES } from '@/lib/assets/schema';

type PictureInputProps = { value: string; onChange: (url: string) => void; error?: string | undefined };

/** A picture that is chosen or dropped and uploaded at once; shown whole, as members will see it. */
export function PictureInput({ value, onChange, error }: PictureInputProps) {
  const t = useTranslations('ads');
  const format = useFormat();
  const id = useId();
  const upload = useUpload(uploadPicture, onChange);
  return (
    <div className="flex flex-col gap-3">
      <DropZone onDrop={upload.send}>
        <div className="w-40 shrink-0 overflow-hidden rounded">
          <AdPicture url={value === '' ? null : value} />
        </div>
        <div className="flex min-w-0 grow basis-52 flex-col items-start gap-2">
          <span className="text-sm font-medium">
            {t('picture')} <span className="font-normal text-muted">{t('optional')}</span>
          </span>
          <div className="flex flex-wrap gap-2">
            <FileButton
              icon={ImageUp}
              label={t('choosePicture')}
              accept={PICTURE_TYPES}
              busy={upload.busy}
              onChoose={upload.send}
              aria-describedby={id}
            >
              {upload.busy
                ? t('uploading', { percent: format.percent(upload.part) })
                : t(value === '' ? 'choosePicture' : 'otherPicture')}
            </FileButton>
            {value !== '' && (
              <Button size="small" variant="quiet" onClick={() => onChange('')}>
                {t('removePicture')}
              </Button>
            )}
          </div>
          <p id={id} className="text-xs text-muted">
            {t('pictureHint', { mebibytes: MAX_PICTURE_MEBIBYTES })}
          </p>
        </div>
      </DropZone>
      <p role="alert" className="text-xs text-bad empty:hidden">
        {upload.refused ?? error}
      </p>
    </div>
  );
}

function DropZone({ onDrop, children }: { onDrop: (file: File) => void; children: ReactNode }) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onDrop(file);
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
      {children}
    </div>
  );
}
