'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { DayTurns } from '@/components/day/day-turns';
import { EventsPanel } from '@/components/day/events-panel';
import { HoursPanel } from '@/components/day/hours-panel';
import { eventSearch } from '@/components/day/search';
import { PageHeader } from '@/components/frame/page-header';
import { useFormat } from '@/components/use-format';
import { contentHoursQuery } from '@/lib/dashboard/client';
import type { Day } from '@/lib/kernel/day';
import { linesQuery } from '@/lib/settlement/line-client';
import { videoDayUrl, videoUrl } from './earnings-urls';
import { LinesPanel } from './lines-panel';
import { OutcomePanel } from './outcome-panel';
import type { SeenVideo } from './video-settlement-screen';

type VideoDayScreenProps = { video: SeenVideo; day: Day; today: Day; startsAt: string };

/** The day behind a video's line: what it was worth, what counted and what did not, and the events themselves. */
export function VideoDayScreen({ video, day, today, startsAt }: VideoDayScreenProps) {
  const t = useTranslations('earnings');
  const format = useFormat();
  const { contentId, title } = video;
  const [search, setSearch] = useQueryStates(eventSearch, { history: 'replace' });
  const lines = useInfiniteQuery(linesQuery({ from: day, to: day, contentId, by: 'for-day' }));
  const hours = useQuery(contentHoursQuery({ day, contentId }));
  return (
    <>
      <PageHeader
        title={format.day(day, 'long')}
        note={t('dayNote')}
        back={<Link href={videoUrl(contentId, 'month', day)}>← {title}</Link>}
        period={<DayTurns day={day} today={today} hrefOf={(other) => videoDayUrl(contentId, other)} />}
      />
      <div className="flex flex-col gap-4">
        <LinesPanel title={t('dayEarned')} query={lines} opens={false} />
        <OutcomePanel query={hours} />
        <HoursPanel
          query={hours}
          bars={['views', 'adViews', 'refused']}
          chosen={search.hour}
          onChoose={(hour) => void setSearch({ hour })}
        />
        <EventsPanel
          day={day}
          startsAt={startsAt}
          search={{ ...search, content: contentId }}
          onSearch={({ content: _, ...next }) => void setSearch(next)}
        />
      </div>
    </>
  );
}
