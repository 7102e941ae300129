'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrigin } from '@/components/operations/use-origin';
import { CodeLine } from '@/components/ui/code-line';
import type { MadeKey } from '@/lib/accounts/schema';
import { exampleRequest, maySendEvents } from './example-request';
import { ViewerTokenHow } from './viewer-token-how';

/** The key itself, and a line that tries it. */
export function MadeKeyView({ made }: { made: MadeKey }) {
  const t = useTranslations('keys');
  const origin = useOrigin();
  const [moment] = useState(() => ({ eventId: crypto.randomUUID(), at: new Date().toISOString() }));
  const example = exampleRequest(made, { origin, ...moment });
  return (
    <div className="flex flex-col gap-4">
      <section className="flex flex-col gap-1">
        <h3 className="text-sm font-medium">{t('key')}</h3>
        <CodeLine code={made.key} label={t('copyKey')} />
      </section>
      {example && (
        <section className="flex flex-col gap-1">
          <h3 className="text-sm font-medium">{t('tryIt')}</h3>
          <CodeLine code={example} />
          <p className="text-xs text-muted">{t(maySendEvents(made.scopes) ? 'tryEvent' : 'tryOther')}</p>
        </section>
      )}
      {made.viewerTokenSecret && <ViewerTokenHow secret={made.viewerTokenSecret} />}
    </div>
  );
}
