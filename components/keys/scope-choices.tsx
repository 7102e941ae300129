'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { type KeyKind, KeyScope, PublishableScope } from '@/lib/accounts/schema';

type ScopeChoicesProps = {
  kind: KeyKind;
  chosen: readonly KeyScope[];
  onChange: (scopes: KeyScope[]) => void;
  error: string | undefined;
};

/** What the key may do, a sentence each; the one for everything makes the others moot. */
export function ScopeChoices({ kind, chosen, onChange, error }: ScopeChoicesProps) {
  const t = useTranslations('keys');
  const id = useId();
  const all = chosen.includes('*');
  const offered: readonly KeyScope[] = kind === 'publishable' ? PublishableScope.options : KeyScope.options;
  const turn = (scope: KeyScope, on: boolean) =>
    onChange(on ? [...chosen, scope] : chosen.filter((other) => other !== scope));
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{t('scopes')}</legend>
      <div className="grid gap-x-4 gap-y-3 rounded border p-3 sm:grid-cols-2">
        {offered.map((scope) => (
          <Checkbox
            key={scope}
            checked={scope === '*' ? all : all || chosen.includes(scope)}
            disabled={all && scope !== '*'}
            onChange={(on) => turn(scope, on)}
            label={scope === '*' ? t('allScopes') : <code className="font-mono text-sm">{scope}</code>}
            note={t(`scopeNotes.${scope === '*' ? 'all' : scope}`)}
            className={scope === '*' ? 'sm:col-span-2' : ''}
          />
        ))}
      </div>
      <p id={`${id}-error`} aria-live="polite" className={error ? 'text-xs text-bad' : 'sr-only'}>
        {error}
      </p>
    </fieldset>
  );
}
