'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CodeLine } from '@/components/ui/code-line';
import { Segmented } from '@/components/ui/segmented';
import type { ApiOperation } from './api-operation';
import { asCurl, asFetch, filledWithExamples, sampleCall } from './sample-call';
import { SDK_SAMPLES } from './sdk-samples';
import { TryIt } from './try-it';

type Props = { operation: ApiOperation; server: string };

/** The call as it would be typed, and a form that makes it; what is typed below shows above at once. */
export function OperationCalls({ operation, server }: Props) {
  const t = useTranslations('docs');
  const [way, setWay] = useState<'curl' | 'fetch' | 'sdk'>('curl');
  const [filled, setFilled] = useState(() => filledWithExamples(operation));
  const call = sampleCall(operation, server, filled);
  const sdk = SDK_SAMPLES[operation.id]?.(server);
  const code = { curl: asCurl(call), fetch: asFetch(call), sdk: sdk ?? '' };
  const ways = [
    { value: 'curl', label: 'curl' },
    { value: 'fetch', label: 'fetch' },
    ...(sdk ? [{ value: 'sdk', label: 'SDK' } as const] : []),
  ] as const;
  return (
    <>
      <section aria-label={t('example')} className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="font-semibold">{t('example')}</h2>
          <Segmented label={t('language')} options={ways} value={way} onChange={setWay} />
        </div>
        <CodeLine code={code[way]} />
      </section>
      <TryIt operation={operation} filled={filled} onFill={setFilled} />
    </>
  );
}
