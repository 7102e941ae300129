'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/use-format';
import type { DayComparison } from '@/lib/settlement/comparison-schema';

/** The videos whose amounts would change most. */
export function ChangedVideos({ videos }: Pick<DayComparison, 'videos'>) {
  const t = useTranslations('settlementDays');
  const format = useFormat();
  if (videos.length === 0) return null;
  return (
    <div>
      <h3 className="py-1.5 text-sm text-muted">{t('videosChanged')}</h3>
      <ul className="divide-y border-t">
        {videos.map(({ contentId, title, before, after }) => (
          <li key={contentId} className="flex flex-wrap justify-between gap-x-4 py-1.5">
            <span className="min-w-0 truncate">{title}</span>
            <span className="ml-auto whitespace-nowrap tabular-nums">
              <span className="text-muted">
                {t('viewsOf', { count: before.views })} → {format.number(after.views)}
              </span>
              <span className="ml-4">
                {format.won(before.total)} → <span className="font-medium">{format.won(after.total)}</span>
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
