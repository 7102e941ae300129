'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Fact, Facts } from '@/components/operations/facts';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Sheet } from '@/components/ui/sheet';
import { SkeletonLines } from '@/components/ui/skeleton';
import { useFormat } from '@/components/use-format';
import { viewerQuery } from '@/lib/abuse/client';
import type { Block, Suspect, ViewerActivity } from '@/lib/abuse/schema';
import type { Day } from '@/lib/kernel/day';
import type { BlockPlan } from './block-dialog';
import { HourColumns } from './hour-columns';
import { ReasonList } from './reason-list';
import { TouchedContents } from './touched-contents';
import { useViewerName } from './viewer-name';

type ViewerSheetProps = {
  viewer: string | null;
  period: { from: Day; to: Day };
  onClose: () => void;
  onBlock: (plan: BlockPlan) => void;
  onLift: (block: Block) => void;
};

/** What one viewer did in the period, and what can be done about it. */
export function ViewerSheet({ viewer, period, onClose, onBlock, onLift }: ViewerSheetProps) {
  const query = useQuery({ ...viewerQuery(viewer ?? '', period), enabled: viewer !== null });
  const { kind, id } = useViewerName(viewer ?? 'm:');
  const format = useFormat();
  return (
    <Sheet open={viewer !== null} onOpenChange={onClose} title={`${kind} ${id}`} description={format.dayRange(period)}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} busy={query.isFetching} />
      ) : query.data ? (
        <Activity activity={query.data} onBlock={onBlock} onLift={onLift} />
      ) : (
        <SkeletonLines />
      )}
    </Sheet>
  );
}

type ActivityProps = { activity: ViewerActivity } & Pick<ViewerSheetProps, 'onBlock' | 'onLift'>;

function Activity({ activity, onBlock, onLift }: ActivityProps) {
  const t = useTranslations('abuse');
  const { viewer, suspect, blocks } = activity;
  const active = blocks.find(({ liftedAt }) => liftedAt === null);
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap gap-2">
        {active ? (
          <Button onClick={() => onLift(active)}>{t('lift')}</Button>
        ) : (
          <Button onClick={() => onBlock({ viewer, all: false })}>{t('blockNow')}</Button>
        )}
        {active?.from !== null && (
          <Button variant="danger" onClick={() => onBlock({ viewer, all: true })}>
            {t('voidAll')}
          </Button>
        )}
      </div>
      {suspect ? <Figures suspect={suspect} /> : <p className="text-sm text-muted">{t('nothingDone')}</p>}
      {activity.hours.length > 0 && <HourColumns hours={activity.hours} />}
      {activity.contents.length > 0 && <TouchedContents contents={activity.contents} />}
    </div>
  );
}

function Figures({ suspect }: { suspect: Suspect }) {
  const t = useTranslations('abuse');
  const format = useFormat();
  const { top } = suspect;
  return (
    <Facts>
      <Fact name={t('counted')}>{t('countedOf', { counted: suspect.counted, events: suspect.events })}</Fact>
      <Fact name={t('refused')}>
        <span className="flex flex-col">
          {format.number(suspect.refused)}
          <ReasonList reasons={suspect.reasons} />
        </span>
      </Fact>
      <Fact name={t('peak')}>{t('peakOf', { count: suspect.peakPerMinute })}</Fact>
      <Fact name={t('contents')}>{format.number(suspect.contents)}</Fact>
      {top && (
        <Fact name={t('share')}>
          {t('shareOf', { share: format.percent(top.share), views: top.views, title: top.title })}
        </Fact>
      )}
    </Facts>
  );
}
