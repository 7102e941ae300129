'use client';

import { useQuery } from '@tanstack/react-query';
import { Trophy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { PageHeader } from '@/components/frame/page-header';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import { useFormat } from '@/components/use-format';
import { rankingDaysQuery, rankingQuery } from '@/lib/community/client';
import type { Ranking } from '@/lib/community/schema';
import { parseDay } from '@/lib/kernel/day';
import { rankingSearch } from './search';
import { useRankedColumns } from './use-ranked-columns';

/** Who commented on the most posts of others: today as it stands, past days as they were frozen. */
export function RankingScreen({ memberId }: { memberId: string }) {
  const t = useTranslations('ranking');
  const [{ day }] = useQueryStates(rankingSearch);
  const query = useQuery(rankingQuery(day));
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} period={<DayChoice />} />
      <Panel title={<BoardTitle board={query.data} />} flush actions={query.data && <State board={query.data} />}>
        <DataTable
          label={t('title')}
          columns={useRankedColumns(memberId)}
          rows={query.data?.items}
          rowId={(row) => row.memberId}
          empty={<Nobody past={day !== null} />}
          error={query.error}
          onRetry={() => void query.refetch()}
          busy={query.isPlaceholderData}
        />
      </Panel>
    </>
  );
}

function BoardTitle({ board }: { board: Ranking | undefined }) {
  const format = useFormat();
  const day = parseDay(board?.day ?? '');
  return <>{day === null ? ' ' : format.day(day)}</>;
}

function State({ board }: { board: Ranking }) {
  const t = useTranslations('ranking');
  const format = useFormat();
  if (board.frozenAt === null) return <Badge tone="good">{t('live')}</Badge>;
  return <span className="text-sm text-muted">{t('frozenAt', { time: format.dateTime(board.frozenAt) })}</span>;
}

const TODAY = 'today';

function DayChoice() {
  const t = useTranslations('ranking');
  const format = useFormat();
  const [{ day }, setSearch] = useQueryStates(rankingSearch, { history: 'replace' });
  const { data } = useQuery(rankingDaysQuery());
  const past = (data?.items ?? []).flatMap((item) => {
    const known = parseDay(item.day);
    return known === null ? [] : [{ value: item.day, label: format.day(known), note: noteOf(item.first) }];
  });
  const chosen = parseDay(day ?? '');
  const missing = chosen !== null && !past.some((option) => option.value === chosen);
  const options = [
    { value: TODAY, label: t('today') },
    ...(missing ? [{ value: String(chosen), label: format.day(chosen) }] : []),
    ...past,
  ];
  function noteOf(first: string | null): string {
    return first === null ? t('nobodyThatDay') : t('firstWas', { name: first });
  }
  return (
    <Select
      aria-label={t('day')}
      toolbar
      options={options}
      value={day ?? TODAY}
      onChange={(value) => void setSearch({ day: value === TODAY ? null : value })}
    />
  );
}

function Nobody({ past }: { past: boolean }) {
  const t = useTranslations('ranking');
  return (
    <EmptyState
      icon={Trophy}
      title={t(past ? 'nobodyThatDay' : 'emptyTitle')}
      action={past ? undefined : <LinkButton href="/board">{t('toBoard')}</LinkButton>}
    >
      {past ? null : t('emptyHow')}
    </EmptyState>
  );
}
