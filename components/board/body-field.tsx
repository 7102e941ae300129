'use client';

import { ImageUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ClipboardEvent, type DragEvent, useRef } from 'react';
import { Field } from '@/components/ui/field';
import { FileButton } from '@/components/ui/file-button';
import { Textarea } from '@/components/ui/textarea';
import { useUpload } from '@/components/use-upload';
import { uploadPicture } from '@/lib/assets/client';
import { PICTURE_TYPES } from '@/lib/assets/schema';

type BodyFieldProps = { value: string; onChange: (body: string) => void; error?: string | undefined };

/** Markdown, into which a picture is chosen, dropped or pasted; it is uploaded and written where the cursor stands. */
export function BodyField({ value, onChange, error }: BodyFieldProps) {
  const t = useTranslations('board');
  const area = useRef<HTMLTextAreaElement>(null);
  // What is typed while a picture is on its way stays.
  const latest = useRef(value);
  latest.current = value;
  const upload = useUpload(uploadIntoPost, (url) =>
    onChange(withPicture(latest.current, url, area.current?.selectionStart)),
  );
  const drop = (event: DragEvent | ClipboardEvent, files: FileList) => {
    const picture = [...files].find((one) => one.type.startsWith('image/'));
    if (!picture) return;
    event.preventDefault();
    upload.send(picture);
  };
  return (
    <div className="flex flex-col gap-2">
      <Field label={t('body')} error={error}>
        <Textarea
          ref={area}
          value={value}
          maxLength={20_000}
          className="min-h-64 leading-7"
          onChange={(event) => onChange(event.target.value)}
          onDrop={(event) => drop(event, event.dataTransfer.files)}
          onPaste={(event) => drop(event, event.clipboardData.files)}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <FileButton
          icon={ImageUp}
          label={t('addPicture')}
          accept={PICTURE_TYPES}
          busy={upload.busy}
          onChoose={upload.send}
        >
          {t('addPicture')}
        </FileButton>
        <p role="alert" className="text-xs text-bad empty:hidden">
          {upload.refused}
        </p>
      </div>
    </div>
  );
}

const uploadIntoPost: typeof uploadPicture = (file, options) => uploadPicture(file, options, '/api/v1/posts/pictures');

/** A picture stands in a paragraph of its own. */
function withPicture(body: string, url: string, at = body.length): string {
  const [before, after] = [body.slice(0, at).trimEnd(), body.slice(at).trimStart()];
  return [before, `![](${url})`, after].filter(Boolean).join('\n\n');
}
