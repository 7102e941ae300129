'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/frame/page-header';
import { RangePicker } from '@/components/range/range-picker';
import { useStreaming } from '@/components/streaming/use-streaming';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import { useProblemText } from '@/components/use-problem-text';
import type { Day } from '@/lib/kernel/day';
import { formatClock } from '@/lib/kernel/format';
import type { AdVideo } from '@/lib/streaming/ad-video-schema';
import { adVideoQuery, adVideoReportQuery, updateAdVideo } from '@/lib/streaming/client';
import { ReportFigures } from './report-figures';
import { ShownInPanel } from './shown-in-panel';
import { VideoPreview } from './video-preview';
import { ViewsPanel } from './views-panel';

type AdVideoScreenProps = { initial: AdVideo; today: Day; admin: boolean };

/** One ad video: played, switched on and off, and where it was shown. */
export function AdVideoScreen({ initial, today, admin }: AdVideoScreenProps) {
  const t = useTranslations('streaming');
  const { data: adVideo } = useQuery({ ...adVideoQuery(initial.id), initialData: initial });
  const streaming = useStreaming(today);
  const report = useQuery(adVideoReportQuery(initial.id, streaming.range));
  return (
    <>
      <PageHeader
        title={adVideo.title}
        back={<Link href="/streaming/ad-videos">{t('adVideos')}</Link>}
        note={[`#${adVideo.id}`, formatClock(adVideo.durationSeconds), admin && (adVideo.ownerName ?? t('ads.house'))]
          .filter(Boolean)
          .join(' · ')}
        action={
          <>
            <ActiveSwitch adVideo={adVideo} />
            <LinkButton href={`/streaming/ad-videos/${adVideo.id}/edit`} icon={Pencil}>
              {t('ads.change')}
            </LinkButton>
          </>
        }
      />
      <div className="flex flex-col gap-4">
        <RangePicker of={streaming} today={today} />
        <ReportFigures query={report} />
        <ViewsPanel id={adVideo.id} query={report} streaming={streaming} />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <ShownInPanel query={report} />
          <Panel title={t('ads.preview')}>
            <VideoPreview url={adVideo.url} />
          </Panel>
        </div>
      </div>
    </>
  );
}

function ActiveSwitch({ adVideo: { id, title, active } }: { adVideo: AdVideo }) {
  const t = useTranslations('streaming.ads');
  const problemText = useProblemText();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (next: boolean) => updateAdVideo(id, { active: next }),
    onSuccess: async (changed) => {
      client.setQueryData(adVideoQuery(id).queryKey, changed);
      await client.invalidateQueries({ queryKey: ['ad-videos', 'list'] });
      toast(t(changed.active ? 'turnedOn' : 'turnedOff', { title }));
    },
    onError: (error) => {
      const { title: what, detail } = problemText(error);
      toast.error(what, { description: detail });
    },
  });
  const shown = change.isPending ? change.variables : active;
  return <Switch label={t('active')} checked={shown} disabled={change.isPending} onChange={change.mutate} />;
}
