'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/frame/page-header';
import { RefreshButton } from '@/components/overview/refresh-button';
import { streamingQuery } from '@/lib/dashboard/streaming-client';
import type { Day } from '@/lib/kernel/day';
import { formatClock } from '@/lib/kernel/format';
import { IncreasePanel } from './increase-panel';
import { StreamingToolbar } from './streaming-toolbar';
import { useStreaming } from './use-streaming';
import { WatchedFigures } from './watched-figures';
import { WatchedPanel } from './watched-panel';

type VideoScreenProps = { video: { id: number; title: string; durationSeconds: number | null }; today: Day };

/** How one video is watched: its charts, and what each period added to it. */
export function VideoScreen({ video, today }: VideoScreenProps) {
  const t = useTranslations('streaming');
  const streaming = useStreaming(today, video.id);
  const now = useQuery(streamingQuery(streaming.question));
  const before = useQuery(streamingQuery(streaming.before));
  return (
    <>
      <PageHeader
        title={video.title}
        back={<Link href="/streaming">{t('title')}</Link>}
        note={`#${video.id} · ${t('duration')} ${formatClock(video.durationSeconds ?? 0)}`}
        action={<RefreshButton auto={false} />}
      />
      <div className="flex flex-col gap-4">
        <StreamingToolbar streaming={streaming} today={today} />
        <WatchedFigures query={now} previous={before.data} />
        <WatchedPanel query={now} streaming={streaming} />
        <IncreasePanel contentId={video.id} streaming={streaming} />
      </div>
    </>
  );
}
