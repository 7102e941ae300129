'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleSlash } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { ErrorState } from '@/components/ui/error-state';
import type { Problem } from '@/lib/http/client';
import { pointsQuery } from '@/lib/points/client';
import type { useJoin } from './use-join';

type Join = Pick<ReturnType<typeof useJoin>, 'data' | 'error' | 'isSuccess' | 'joinedAt'>;
type JoinOutcomeProps = { join: Join; memberId: string; onRetry: () => void };

/** What became of a press: earned and on its way, refused and what to do instead, or unknown and worth another try. */
export function JoinOutcome({ join, memberId, onRetry }: JoinOutcomeProps) {
  const note = useRef<HTMLDivElement>(null);
  const settled = isSettled(join);
  useEffect(() => {
    // The button that had the focus is gone; what came of it stands in its place.
    if (settled && document.activeElement === document.body) note.current?.focus({ preventScroll: true });
  }, [settled]);
  const reason = refusalOf(join.error);
  return (
    <>
      <div ref={note} role="status" tabIndex={-1} className={cx('rounded', !settled && 'sr-only')}>
        {join.data && <Earned points={join.data.rewardPoints} memberId={memberId} since={join.joinedAt} />}
        {reason && <Refused reason={reason} />}
      </div>
      {join.error && !reason && <ErrorState error={join.error} onRetry={onRetry} compact />}
    </>
  );
}

/** An answer came, or none will without another try; what it says stands in the place of the button. */
export function isSettled({ isSuccess, error }: Pick<Join, 'isSuccess' | 'error'>): boolean {
  return isSuccess || error !== null;
}

const REFUSALS = ['already-joined', 'sold-out', 'not-eligible', 'not-live', 'not-found'] as const;
type Refusal = (typeof REFUSALS)[number];

const refusalOf = (error: Problem | null): Refusal | undefined =>
  REFUSALS.find((reason) => error?.code === `ads/${reason}`);

type EarnedProps = { points: number; memberId: string; since: number | null };

function Earned({ points, memberId, since }: EarnedProps) {
  const t = useTranslations('join');
  const { data, dataUpdatedAt } = useQuery(pointsQuery(memberId));
  const [paid, setPaid] = useState(false);
  // What was asked for before the ad was joined knows nothing of it; what came once stays, whatever is joined next.
  if (!paid && since !== null && data?.pending === 0 && dataUpdatedAt >= since) setPaid(true);
  const text = points === 0 ? 'joinedForNothing' : paid ? 'paid' : 'onItsWay';
  return (
    <Note tone="good" title={t('joined')}>
      {t(text, { points })}{' '}
      <Link href="/points" className="font-medium text-ink underline">
        {t('toPoints')}
      </Link>
    </Note>
  );
}

function Refused({ reason }: { reason: Refusal }) {
  const t = useTranslations('join.refused');
  const words = useTranslations('join');
  return (
    <Note tone="neutral" title={t(`${reason}.title`)}>
      {t(`${reason}.instead`)}{' '}
      {reason === 'already-joined' && (
        <Link href="/history" className="font-medium text-ink underline">
          {words('toHistory')}
        </Link>
      )}
    </Note>
  );
}

type NoteProps = { tone: 'good' | 'neutral'; title: string; children: ReactNode };

function Note({ tone, title, children }: NoteProps) {
  const Icon = tone === 'good' ? CircleCheck : CircleSlash;
  return (
    <div className={cx('flex gap-2 rounded px-3 py-2 text-sm', tone === 'good' ? 'bg-good-soft' : 'bg-sunken')}>
      <Icon aria-hidden className={cx('mt-0.5 size-4 shrink-0', tone === 'good' ? 'text-good' : 'text-muted')} />
      <div>
        <p className="font-medium">{title}</p>
        <p className="text-muted">{children}</p>
      </div>
    </div>
  );
}
