'use client';

import { useMutation } from '@tanstack/react-query';
import { ImageUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { AdPicture } from '@/components/member/ad-picture';
import { Button } from '@/components/ui/button';
import { useFormat } from '@/components/use-format';
import { useProblemText } from '@/components/use-problem-text';
import { uploadPicture } from '@/lib/assets/client';
import { MAX_PICTURE_MEBIBYTES, PICTURE_TYPES } from '@/lib/assets/schema';

type PictureInputProps = { value: string; onChange: (url: string) => void; error: string | undefined };

/** A picture that is uploaded, shown as members will see it. */
export function PictureInput({ value, onChange, error }: PictureInputProps) {
  const t = useTranslations('ads');
  const problemText = useProblemText();
  const format = useFormat();
  const file = useRef<HTMLInputElement>(null);
  const [part, setPart] = useState(0);
  const upload = useMutation({
    mutationFn: (chosen: File) => uploadPicture(chosen, { onProgress: setPart }),
    onMutate: () => setPart(0),
    onSuccess: (asset) => onChange(asset.url),
  });
  const wrong = upload.error ? problemText(upload.error).title : error;
  return (
    <div className="flex flex-wrap items-center gap-4">
      <div className="w-40 shrink-0 overflow-hidden rounded">
        <AdPicture url={value === '' ? null : value} />
      </div>
      <div className="flex min-w-0 grow basis-52 flex-col items-start gap-2">
        <span className="text-sm font-medium">
          {t('picture')} <span className="font-normal text-muted">{t('optional')}</span>
        </span>
        <div className="flex flex-wrap gap-2">
          <Button size="small" icon={ImageUp} busy={upload.isPending} onClick={() => file.current?.click()}>
            {upload.isPending
              ? t('uploading', { percent: format.percent(part) })
              : t(value === '' ? 'choosePicture' : 'otherPicture')}
          </Button>
          {value !== '' && (
            <Button size="small" variant="quiet" onClick={() => onChange('')}>
              {t('removePicture')}
            </Button>
          )}
        </div>
        <p className="text-xs text-muted">{t('pictureHint', { mebibytes: MAX_PICTURE_MEBIBYTES })}</p>
        <p role="alert" className="text-xs text-bad empty:hidden">
          {wrong}
        </p>
        <input
          ref={file}
          type="file"
          accept={PICTURE_TYPES.join(',')}
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen) upload.mutate(chosen);
            // The same file again is a choice, too.
            event.target.value = '';
          }}
          aria-label={t('choosePicture')}
          tabIndex={-1}
          className="sr-only"
        />
      </div>
    </div>
  );
}
