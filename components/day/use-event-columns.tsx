'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Badge } from '@/components/ui/badge';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Time } from '@/components/ui/time';
import { Tooltip } from '@/components/ui/tooltip';
import type { Reason } from '@/lib/events/codes';
import type { LoggedEvent } from '@/lib/events/schema';
import { formatClock } from '@/lib/kernel/format';

const column = columnHelper<LoggedEvent>();

/** Columns of the list of events: when, what, on what unless that is one content, by whom, and what the rules said. */
export function useEventColumns(ofMany: boolean) {
  const t = useTranslations('day');
  return useMemo(
    () =>
      column.columns([
        column.accessor('at', {
          header: t('at'),
          cell: (cell) => <Time at={cell.getValue()} clockOnly />,
          meta: { width: '6rem' },
        }),
        column.accessor('type', {
          header: t('type'),
          cell: (cell) => <TypeName event={cell.row.original} />,
          meta: { width: '9rem' },
        }),
        ...(ofMany ? [column.accessor('title', { header: t('contentColumn'), meta: { card: 'title' } })] : []),
        column.accessor('viewer', {
          header: t('viewer'),
          cell: (cell) => <Viewer viewer={cell.getValue()} />,
          meta: { width: '14rem' },
        }),
        column.accessor('reason', {
          header: t('verdict'),
          cell: (cell) => <Verdict reason={cell.getValue()} />,
          meta: { width: '9rem' },
        }),
      ]),
    [t, ofMany],
  );
}

function TypeName({ event }: { event: LoggedEvent }) {
  const t = useTranslations('day');
  return (
    <span className="whitespace-nowrap">
      {t(`types.${event.type}`)}
      {event.adPositionSeconds !== null && (
        <span className="ml-1 text-sm text-muted">{formatClock(event.adPositionSeconds)}</span>
      )}
    </span>
  );
}

/** `m:` a member, `a:` an anonymous id, `i:` the keyed hash of an address, `p:` whichever, under a short name. */
function Viewer({ viewer }: { viewer: string }) {
  const t = useTranslations('day');
  const kind = viewer.slice(0, 1) as 'm' | 'a' | 'i' | 'p';
  return (
    <span className="block max-w-56 truncate" title={viewer}>
      <span className="text-sm text-muted">{t(`viewers.${kind}`)}</span> {viewer.slice(2)}
    </span>
  );
}

function Verdict({ reason }: { reason: string | null }) {
  const t = useTranslations('day');
  const tReason = useTranslations('reasons');
  if (reason === null) return <span>{t('counted')}</span>;
  return (
    <Tooltip text={tReason(`${reason as Reason}.rule`)}>
      <button type="button">
        <Badge>{tReason(`${reason as Reason}.name`)}</Badge>
      </button>
    </Tooltip>
  );
}
