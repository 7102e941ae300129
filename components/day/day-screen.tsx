'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { PageHeader } from '@/components/frame/page-header';
import { ContentPicker } from '@/components/overview/content-picker';
import { RefreshButton } from '@/components/overview/refresh-button';
import { TotalsRow } from '@/components/overview/totals-row';
import { dayUrl } from '@/components/overview/urls';
import { useFormat } from '@/components/use-format';
import { hoursQuery, statsQuery } from '@/lib/dashboard/client';
import type { Day } from '@/lib/kernel/day';
import { DayTurns } from './day-turns';
import { EventsPanel } from './events-panel';
import { HoursPanel } from './hours-panel';
import { daySearch } from './search';

/** A day, opened: its hours, then the events behind them and the rule that judged each. */
export function DayScreen({ day, today, startsAt }: { day: Day; today: Day; startsAt: string }) {
  const t = useTranslations('day');
  const format = useFormat();
  const [search, setSearch] = useQueryStates(daySearch, { history: 'replace' });
  const stats = useQuery(statsQuery({ from: day, to: day, group: 'day', contentId: search.content }));
  const hours = useQuery(hoursQuery({ day, contentId: search.content }));
  const final = stats.data?.items[0]?.final;
  return (
    <>
      <PageHeader title={format.day(day, 'long')} action={<RefreshButton auto={false} />} />
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <DayTurns day={day} today={today} hrefOf={(other) => dayUrl(other, search.content)} />
          <ContentPicker value={search.content} onChange={(content) => void setSearch({ content })} />
        </div>
        <p className="text-xs text-muted">{final === undefined ? '\u00a0' : t(final ? 'final' : 'provisional')}</p>
        <TotalsRow query={stats} previous={undefined} />
        <HoursPanel query={hours} chosen={search.hour} onChoose={(hour) => void setSearch({ hour })} />
        <EventsPanel day={day} startsAt={startsAt} search={search} onSearch={(next) => void setSearch(next)} />
      </div>
    </>
  );
}
