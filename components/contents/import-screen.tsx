'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, useState } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { Button } from '@/components/ui/button';
import { CodeLine } from '@/components/ui/code-line';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import { Textarea } from '@/components/ui/textarea';
import { importContents } from '@/lib/content/client';
import type { Imported } from '@/lib/content/schema';
import { useFieldRule } from './use-field-rule';

const EXAMPLE = '{"title":"첫 영상","kind":"video","durationSeconds":754,"externalId":"video-1","openingViews":120345}';

/** Takes a catalogue as JSON lines and says what became of each line. */
export function ImportScreen() {
  const t = useTranslations('contents');
  const client = useQueryClient();
  const [lines, setLines] = useState('');
  const importing = useMutation({
    mutationFn: () => importContents(lines),
    onSuccess: () => client.invalidateQueries({ queryKey: ['contents'] }),
  });
  const readFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) setLines(await file.text());
  };
  return (
    <>
      <PageHeader title={t('import')} back={<Link href="/contents">{t('title')}</Link>} />
      <div className="flex max-w-3xl flex-col gap-4">
        <p className="text-muted">{t('importHow')}</p>
        <CodeLine code={EXAMPLE} />
        <Field label={t('file')}>
          <input
            type="file"
            accept=".jsonl,.ndjson,.json,.txt"
            onChange={(event) => void readFile(event)}
            className="text-sm file:mr-3 file:h-8 file:rounded file:border file:bg-surface file:px-3"
          />
        </Field>
        <Field label={t('lines')} hint={t('linesHint')}>
          <Textarea
            value={lines}
            onChange={(event) => setLines(event.target.value)}
            rows={10}
            spellCheck={false}
            className="font-mono text-sm"
          />
        </Field>
        {importing.error && <ErrorState error={importing.error} />}
        <div>
          <Button
            variant="primary"
            busy={importing.isPending}
            disabled={lines.trim() === ''}
            onClick={() => importing.mutate()}
          >
            {t('importNow')}
          </Button>
        </div>
        {importing.data && <Outcome imported={importing.data} />}
      </div>
    </>
  );
}

const SHOWN = 200;

function Outcome({ imported }: { imported: Imported }) {
  const t = useTranslations('contents');
  const ruleOf = useFieldRule();
  const rejected = imported.items.filter((item) => item.outcome === 'rejected');
  return (
    <Panel title={t('outcome', { created: imported.created, updated: imported.updated, rejected: imported.rejected })}>
      <div role="status" className="text-sm">
        {rejected.length === 0 && <p className="text-muted">{t('allTaken')}</p>}
        <ul className="flex flex-col gap-2">
          {rejected.slice(0, SHOWN).map(({ line, errors = [] }) => (
            <li key={line}>
              <span className="text-muted">{t('line', { line })}</span>{' '}
              {[...new Set(errors.map(({ pointer }) => ruleOf(pointer.slice(1))))].join(' ')}
              <span lang="en" className="block text-xs text-muted">
                {errors.map(({ pointer, message }) => `${pointer.slice(1)} ${message}`.trim()).join('; ')}
              </span>
            </li>
          ))}
        </ul>
        {rejected.length > SHOWN && (
          <p className="mt-3 text-muted">{t('moreRejected', { count: rejected.length - SHOWN })}</p>
        )}
      </div>
    </Panel>
  );
}
