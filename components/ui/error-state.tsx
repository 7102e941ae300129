'use client';

import { RotateCw, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { useProblemText } from '@/components/use-problem-text';
import { Problem } from '@/lib/http/client';
import { Button } from './button';
import { cx } from './cx';

type ErrorStateProps = {
  error: unknown;
  onRetry?: (() => void) | undefined;
  busy?: boolean;
  /** A line beside the action that failed, such as above the buttons of a form. */
  compact?: boolean;
  /** A line above figures that still stand, because only asking again failed. */
  stale?: boolean;
};

/** What happened, what was kept, what to do, and the id to report. */
export function ErrorState({ error, onRetry, busy = false, compact, stale }: ErrorStateProps) {
  const t = useTranslations('states');
  const { title, detail } = useProblemText()(error);
  const problem = error instanceof Problem ? error : null;
  const signIn = problem?.status === 401;
  const line = compact || stale;
  return (
    <div
      role="alert"
      className={cx(
        line
          ? 'mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 rounded bg-bad-soft px-3 py-2 text-sm'
          : 'flex flex-col items-center gap-2 px-4 py-10 text-center',
      )}
    >
      <TriangleAlert aria-hidden className={cx('shrink-0 text-bad', line ? 'size-4' : 'size-6')} />
      <p className="font-medium">{stale ? t('refreshFailed', { title }) : title}</p>
      {!stale && <p className={cx('max-w-prose text-sm text-muted', compact && 'basis-full')}>{detail}</p>}
      {signIn ? (
        <Button asChild size={line ? 'small' : 'medium'}>
          <a href="/sign-in" onClick={leadBackHere}>
            {t('signInAgain')}
          </a>
        </Button>
      ) : (
        onRetry && (
          <Button icon={RotateCw} onClick={onRetry} busy={busy} size={line ? 'small' : 'medium'}>
            {t('retry')}
          </Button>
        )
      )}
      {problem?.requestId && (
        <p className="text-xs text-muted">
          {t('requestId')} <code className="font-mono select-all">{problem.requestId}</code>
        </p>
      )}
    </div>
  );
}

/** The address of the link at the moment it is pressed: sign-in, and then this page with its filters. */
function leadBackHere({ currentTarget }: MouseEvent<HTMLAnchorElement>): void {
  const callbackUrl = `${window.location.pathname}${window.location.search}`;
  currentTarget.href = `/sign-in?${new URLSearchParams({ callbackUrl })}`;
}
