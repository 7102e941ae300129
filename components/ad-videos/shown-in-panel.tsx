'use client';

import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel, type PanelQuery } from '@/components/ui/panel';
import { useFormat } from '@/components/use-format';
import type { AdVideoReport } from '@/lib/streaming/ad-video-schema';

const MOST = 10;

/** The videos in which the ad video was seen most. */
export function ShownInPanel({ query }: { query: PanelQuery<AdVideoReport> }) {
  const t = useTranslations('streaming.ads');
  return (
    <Panel
      title={t('byVideo')}
      note={t('byVideoNote')}
      query={query}
      isEmpty={({ videos }) => videos.length === 0}
      empty={<EmptyState title={t('noViews')} />}
    >
      {({ videos }) => <ShownIn videos={videos.slice(0, MOST)} />}
    </Panel>
  );
}

function ShownIn({ videos }: Pick<AdVideoReport, 'videos'>) {
  const format = useFormat();
  const highest = videos[0]?.views ?? 1;
  return (
    <ol>
      {videos.map(({ contentId, title, views }) => (
        <li key={contentId} className="relative grid grid-cols-[1fr_auto] gap-x-4 py-2">
          <span className="truncate">{title}</span>
          <span className="text-right font-medium">{format.number(views)}</span>
          <span
            aria-hidden
            className="absolute bottom-0.5 left-0 h-0.5 rounded bg-ad-views/60"
            style={{ width: `${(views / highest) * 100}%` }}
          />
        </li>
      ))}
    </ol>
  );
}
