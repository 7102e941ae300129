'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { PageHeader } from '@/components/frame/page-header';
import { GrainSwitch } from '@/components/range/grain-switch';
import { IconButton } from '@/components/ui/icon-button';
import { addDays, type Day } from '@/lib/kernel/day';
import { linesQuery } from '@/lib/settlement/line-client';
import { AskAgainButton } from './ask-again-button';
import { LinesPanel } from './lines-panel';
import { LinesTotals } from './lines-totals';
import { TariffsUsed } from './tariffs-used';
import { usePeriodName } from './use-period-name';
import { videoRange, videoSearch } from './video-search';

export type SeenVideo = { contentId: number; title: string };

/** A video's settlement of a day, week or month: each of its lines, spelled out, and the tariffs behind them. */
export function VideoSettlementScreen({ video, back, today }: { video: SeenVideo; back: string; today: Day }) {
  const t = useTranslations('earnings');
  const [search, setSearch] = useQueryStates(videoSearch, { history: 'replace' });
  const range = videoRange(search, today);
  const query = useInfiniteQuery(linesQuery({ ...range, contentId: video.contentId, by: 'day' }));
  const nameOf = usePeriodName();
  const pages = query.data?.pages;
  return (
    <>
      <PageHeader
        title={video.title}
        note={
          <>
            {t('videoNote', { id: video.contentId })} ·{' '}
            <Link href={`/streaming/videos/${video.contentId}`} className="underline underline-offset-4">
              {t('videoStats')}
            </Link>
          </>
        }
        back={<Link href={back as Route}>← {t('title')}</Link>}
        action={<AskAgainButton />}
      />
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <GrainSwitch
            label={t('period')}
            value={search.period}
            onChange={(period) => void setSearch({ period, date: search.date ?? range.from })}
          />
          <div className="flex items-center">
            <IconButton
              icon={ChevronLeft}
              label={t('periodBefore')}
              onClick={() => void setSearch({ date: addDays(range.from, -1) })}
            />
            <span className="px-1 font-medium">{nameOf(search.period, range)}</span>
            <IconButton
              icon={ChevronRight}
              label={t('periodAfter')}
              disabled={range.to >= today}
              onClick={() => void setSearch({ date: addDays(range.to, 1) })}
            />
          </div>
        </div>
        <LinesTotals totals={pages?.[0]?.totals} />
        <LinesPanel title={t('lines')} query={query} />
        {pages && <TariffsUsed tariffs={pages.flatMap((page) => page.tariffs)} />}
      </div>
    </>
  );
}
