'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/frame/page-header';
import { RefreshButton } from '@/components/overview/refresh-button';
import { LinkButton } from '@/components/ui/link-button';
import { streamingQuery } from '@/lib/dashboard/streaming-client';
import type { Day } from '@/lib/kernel/day';
import { StreamingToolbar } from './streaming-toolbar';
import { TopFivePanel } from './top-five-panel';
import { useStreaming } from './use-streaming';
import { VideosPanel } from './videos-panel';
import { WatchedFigures } from './watched-figures';
import { WatchedPanel } from './watched-panel';

/** How one's own videos are watched, or all of them for an admin. */
export function StreamingScreen({ today, admin }: { today: Day; admin: boolean }) {
  const t = useTranslations('streaming');
  const streaming = useStreaming(today);
  const now = useQuery(streamingQuery(streaming.question));
  const before = useQuery(streamingQuery(streaming.before));
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t(admin ? 'noteAll' : 'note')}
        action={
          <>
            {admin && <LinkButton href="/streaming/ad-videos">{t('adVideos')}</LinkButton>}
            <RefreshButton auto={false} />
          </>
        }
      />
      <div className="flex flex-col gap-4">
        <StreamingToolbar streaming={streaming} today={today} />
        <WatchedFigures query={now} previous={before.data} />
        <WatchedPanel query={now} streaming={streaming} />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <TopFivePanel by="views" streaming={streaming} today={today} />
          <TopFivePanel by="watch-time" streaming={streaming} today={today} />
        </div>
        <VideosPanel streaming={streaming} />
      </div>
    </>
  );
}
