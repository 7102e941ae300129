'use client';

import { useTranslations } from 'next-intl';

const SHOWN = 1;

/** The first scope of a key and how many more; all of them in the title. */
export function ScopeNames({ scopes }: { scopes: readonly string[] }) {
  const t = useTranslations('keys');
  if (scopes.includes('*')) return <>{t('allScopes')}</>;
  const more = scopes.length - SHOWN;
  return (
    <span title={scopes.join(', ')} className="@max-2xl:text-right">
      <code className="font-mono text-sm">{scopes.slice(0, SHOWN).join(', ')}</code>
      {more > 0 && <span className="text-sm whitespace-nowrap text-muted"> {t('andMore', { count: more })}</span>}
    </span>
  );
}
