'use client';

import { useMutation } from '@tanstack/react-query';
import { ImageUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, type ClipboardEvent, type DragEvent, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { useProblemText } from '@/components/use-problem-text';
import { uploadPicture } from '@/lib/assets/client';
import { PICTURE_TYPES } from '@/lib/assets/schema';

type BodyFieldProps = { value: string; onChange: (body: string) => void; error?: string | undefined };

/** Markdown, into which a picture is chosen, dropped or pasted; it is uploaded and written where the cursor stands. */
export function BodyField({ value, onChange, error }: BodyFieldProps) {
  const t = useTranslations('board');
  const problemText = useProblemText();
  const area = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  // What is typed while a picture is on its way stays.
  const latest = useRef(value);
  latest.current = value;
  const uploading = useMutation({
    mutationFn: (picture: File) => uploadPicture(picture, {}, '/api/v1/posts/pictures'),
    onSuccess: ({ url }) => onChange(withPicture(latest.current, url, area.current?.selectionStart)),
  });
  const take = (files: FileList | null) => {
    const picture = [...(files ?? [])].find((one) => one.type.startsWith('image/'));
    if (picture) uploading.mutate(picture);
    return picture !== undefined;
  };
  const drop = (event: DragEvent | ClipboardEvent, files: FileList) => take(files) && event.preventDefault();
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    take(event.target.files);
    event.target.value = '';
  };
  const refused = uploading.error ? problemText(uploading.error) : null;
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
        <Button size="small" icon={ImageUp} busy={uploading.isPending} onClick={() => file.current?.click()}>
          {t('addPicture')}
        </Button>
        <p role="alert" className="text-xs text-bad empty:hidden">
          {refused && `${refused.title}. ${refused.detail}`}
        </p>
        <input
          ref={file}
          type="file"
          accept={PICTURE_TYPES.join(',')}
          onChange={choose}
          aria-label={t('addPicture')}
          tabIndex={-1}
          className="sr-only"
        />
      </div>
    </div>
  );
}

/** A picture stands in a paragraph of its own. */
function withPicture(body: string, url: string, at = body.length): string {
  const [before, after] = [body.slice(0, at).trimEnd(), body.slice(at).trimStart()];
  return [before, `![](${url})`, after].filter(Boolean).join('\n\n');
}
