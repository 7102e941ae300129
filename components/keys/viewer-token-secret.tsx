'use client';

import { useMutation } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useProblemText } from '@/components/use-problem-text';
import { showViewerTokenSecret } from '@/lib/accounts/client';
import type { ApiKey } from '@/lib/accounts/schema';
import { FormError } from './form-error';
import { ViewerTokenHow } from './viewer-token-how';

/** Shows the secret of a publishable key on demand: each look is audited, so it is never fetched ahead. */
export function ViewerTokenSecret({ apiKey }: { apiKey: ApiKey }) {
  const t = useTranslations('keys');
  const problemText = useProblemText();
  const show = useMutation({ mutationFn: showViewerTokenSecret });
  if (show.data)
    return (
      // The pressed button is gone, so the keyboard goes on from what it showed.
      <div ref={focus} tabIndex={-1} className="outline-none">
        <ViewerTokenHow secret={show.data.viewerTokenSecret} />
      </div>
    );
  return (
    <section className="flex flex-col items-start gap-2">
      <div>
        <h3 className="text-sm font-medium">{t('viewerToken')}</h3>
        <p className="text-xs text-muted">{t('viewerTokenNote')}</p>
      </div>
      {show.error && <FormError message={problemText(show.error).title} />}
      <Button icon={Eye} size="small" busy={show.isPending} onClick={() => show.mutate(apiKey.id)}>
        {t('showSecret')}
      </Button>
      <p className="text-xs text-muted">{t('showSecretNote')}</p>
    </section>
  );
}

const focus = (element: HTMLElement | null) => element?.focus();
