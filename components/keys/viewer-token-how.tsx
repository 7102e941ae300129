'use client';

import { useTranslations } from 'next-intl';
import { CodeLine } from '@/components/ui/code-line';
import { VIEWER_TOKEN_SAMPLE } from './viewer-token-sample';

/** The secret of viewer tokens, and how a server signs one with it. */
export function ViewerTokenHow({ secret }: { secret: string }) {
  const t = useTranslations('keys');
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h3 className="text-sm font-medium">{t('viewerToken')}</h3>
        <p className="text-xs text-muted">{t('viewerTokenNote')}</p>
      </div>
      <div className="flex flex-col gap-1">
        <h4 className="text-xs text-muted">{t('secretIs')}</h4>
        <CodeLine code={secret} label={t('copySecret')} />
      </div>
      <div className="flex flex-col gap-1">
        <h4 className="text-xs text-muted">{t('sampleIs')}</h4>
        <CodeLine code={VIEWER_TOKEN_SAMPLE.trimEnd()} label={t('copySample')} />
      </div>
    </section>
  );
}
