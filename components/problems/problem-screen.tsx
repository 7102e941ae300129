import { useLocale, useMessages, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { StandalonePage } from '@/components/frame/standalone-page';

/** What the catalogue of refusals knows of one. */
type ProblemEntry = { code: string; status: number; title: string; detail: string };

/** Explains one code of a problem+json answer: what happened, what was kept, what to do. */
export function ProblemScreen({ entry }: { entry: ProblemEntry }) {
  const t = useTranslations('problemPage');
  const foreign = useLocale() !== 'en';
  const texts: Record<string, { title?: string; detail?: string }> = useMessages().problems;
  const own = texts[entry.code];
  const group = groupOf(entry.status);
  return (
    <StandalonePage
      wide
      title={own?.title ?? entry.title}
      note={<code className="font-mono text-sm">{entry.code}</code>}
    >
      <dl className="flex flex-col rounded border bg-surface">
        <Part name={t('what')}>
          {own?.detail && <p>{own.detail}</p>}
          {(foreign || !own?.detail) && (
            <p lang="en" className={own?.detail ? 'text-sm text-muted' : undefined}>
              {entry.detail === '{…}' ? t('named') : entry.detail}
            </p>
          )}
        </Part>
        <Part name={t('kept')}>{t(`keptBy.${group}`)}</Part>
        <Part name={t('remedy')}>{t(`remedyBy.${group}`)}</Part>
        <Part name={t('answer')}>
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
            tabIndex={0}
            className="overflow-x-auto rounded bg-sunken px-3 py-2 font-mono text-sm break-normal"
          >
            {exampleOf(entry)}
          </pre>
        </Part>
      </dl>
      <p className="text-sm text-muted">{t('blanks')}</p>
    </StandalonePage>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1 border-b px-4 py-3 last:border-b-0">
      <dt className="text-sm font-medium text-muted">{name}</dt>
      <dd className="flex flex-col gap-1">{children}</dd>
    </div>
  );
}

/** What was kept and what to do are alike for all refusals of one sort. */
function groupOf(status: number): 'asked' | 'identity' | 'conflict' | 'missing' | 'later' | 'ours' {
  if (status === 401 || status === 403) return 'identity';
  if (status === 404 || status === 410) return 'missing';
  if (status === 409) return 'conflict';
  if (status === 429 || status === 503) return 'later';
  return status >= 500 ? 'ours' : 'asked';
}

function exampleOf({ code, status, title, detail }: ProblemEntry): string {
  return JSON.stringify({ type: `/problems/${code}`, title, status, detail, code, requestId: '{…}' }, null, 2);
}
