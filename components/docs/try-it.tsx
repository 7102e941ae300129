'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { ApiOperation } from './api-operation';
import { type Filled, isFile, sampleCall } from './sample-call';
import { type Tried, TriedAnswer } from './tried-answer';
import { tryCall } from './try-call';

type Props = { operation: ApiOperation; filled: Filled; onFill: (filled: Filled) => void };

/** Of this tab and until it is reloaded; it is kept nowhere. */
let keyOfTab = '';

/** Really sends the operation: with the key that was pasted, or a GET with the reader's own session. */
export function TryIt({ operation, filled, onFill }: Props) {
  const t = useTranslations('docs');
  const [key, setKey] = useState(() => keyOfTab);
  const [tried, setTried] = useState<Tried | 'sending' | null>(null);
  const mayGoWithout = operation.method === 'GET' || operation.open;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried('sending');
    setTried(await tryCall(sampleCall(operation, '', filled), key));
  };
  if (operation.body && isFile(operation.body.mediaType)) return null;
  return (
    <section aria-label={t('tryIt')} className="flex flex-col gap-3 rounded border bg-surface p-4">
      <h2 className="font-semibold">{t('tryIt')}</h2>
      <form onSubmit={send} className="flex flex-col gap-3">
        <Field label={t('key')} hint={mayGoWithout ? t('keyOrSession') : t('keyNeeded')}>
          <Input
            type="password"
            autoComplete="off"
            spellCheck={false}
            required={!mayGoWithout}
            value={key}
            onChange={(event) => {
              keyOfTab = event.target.value.trim();
              setKey(keyOfTab);
            }}
          />
        </Field>
        <Parameters operation={operation} filled={filled} onFill={onFill} />
        {operation.body && (
          <Field label={t('body')}>
            <Textarea
              spellCheck={false}
              className="font-mono"
              value={filled.body}
              onChange={(event) => onFill({ ...filled, body: event.target.value })}
            />
          </Field>
        )}
        <Button type="submit" variant="primary" busy={tried === 'sending'} className="self-start">
          {t('send', { method: operation.method })}
        </Button>
      </form>
      <div aria-live="polite">{tried && tried !== 'sending' && <TriedAnswer tried={tried} />}</div>
    </section>
  );
}

function Parameters({ operation, filled, onFill }: Props) {
  const t = useTranslations('docs');
  const asked = operation.parameters.filter((parameter) => parameter.in !== 'header');
  if (asked.length === 0) return null;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {asked.map(({ name, required }) => (
        <Field key={name} label={name} optional={required ? undefined : t('optional')}>
          <Input
            className="font-mono"
            required={required}
            value={filled.values[name] ?? ''}
            onChange={(event) => onFill({ ...filled, values: { ...filled.values, [name]: event.target.value } })}
          />
        </Field>
      ))}
    </div>
  );
}
