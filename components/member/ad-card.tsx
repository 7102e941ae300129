'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import type { JoinableAd } from '@/lib/ads/schema';
import { AdPicture } from './ad-picture';
import { AdText } from './ad-text';
import { isSettled, JoinOutcome } from './join-outcome';
import { useJoin } from './use-join';

type AdCardProps = { ad: JoinableAd; memberId: string; onPress: () => void };

/** One ad as a member sees it, with the way in, and what became of it. */
export function AdCard({ ad, memberId, onPress }: AdCardProps) {
  const t = useTranslations('join');
  const name = useId();
  const join = useJoin(ad.id, memberId);
  const press = () => {
    onPress();
    join.press();
  };
  return (
    <article aria-labelledby={name} className="flex min-w-0 flex-col rounded border bg-surface">
      <AdPicture url={ad.imageUrl} />
      <div className="flex grow flex-col gap-2 px-4 pt-3 pb-4">
        <h2 id={name} className="font-semibold">
          {ad.name}
        </h2>
        <AdText text={ad.text} />
        <div className="mt-auto flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-2 pt-2">
          <p className="font-medium">{t('reward', { points: ad.rewardPoints })}</p>
          {!isSettled(join) && (
            <Button busy={join.isPending} aria-describedby={name} onClick={press}>
              {t(join.isPending ? 'joining' : 'join')}
            </Button>
          )}
        </div>
        <JoinOutcome join={join} memberId={memberId} onRetry={press} />
      </div>
    </article>
  );
}
