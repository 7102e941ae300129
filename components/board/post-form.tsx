'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Problem } from '@/lib/http/client';
import { BodyField } from './body-field';
import { PostBody } from './post-body';
import type { PostFields } from './post-fields';

type PostFormProps = {
  fields: PostFields;
  onChange: (fields: PostFields) => void;
  onSubmit: () => void;
  submit: string;
  busy: boolean;
  error: unknown;
  /** What else is chosen of a new post. */
  children?: ReactNode;
  /** Beside the button. */
  note?: ReactNode;
};

/** Title and Markdown, with a look at how it will be read. */
export function PostForm({ fields, onChange, onSubmit, submit, busy, error, children, note }: PostFormProps) {
  const t = useTranslations('board');
  const [view, setView] = useState<'write' | 'preview'>('write');
  const problem = error instanceof Problem ? error : null;
  const wrong = (name: 'title' | 'body') =>
    problem?.errors.some(({ pointer }) => pointer === `/${name}`) ? t(`wrong.${name}`) : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const views = (['write', 'preview'] as const).map((value) => ({ value, label: t(`modes.${value}`) }));
  return (
    <form onSubmit={send} noValidate className="flex flex-col gap-4 rounded border bg-surface p-4 md:p-6">
      {children}
      <Field label={t('postTitle')} error={wrong('title')}>
        <Input
          value={fields.title}
          maxLength={200}
          onChange={(event) => onChange({ ...fields, title: event.target.value })}
        />
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Segmented label={t('view')} options={views} value={view} onChange={setView} />
        <span className="text-xs text-muted">{t('markdownHint')}</span>
      </div>
      {view === 'write' ? (
        <BodyField value={fields.body} onChange={(body) => onChange({ ...fields, body })} error={wrong('body')} />
      ) : (
        <div className="min-h-64 rounded border p-4">
          {fields.body.trim() === '' ? (
            <p className="text-muted">{t('nothingToPreview')}</p>
          ) : (
            <PostBody>{fields.body}</PostBody>
          )}
        </div>
      )}
      {error ? <ErrorState error={error} compact /> : null}
      <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
        {note && <span className="mr-auto text-sm text-muted">{note}</span>}
        <Button type="submit" variant="primary" busy={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
