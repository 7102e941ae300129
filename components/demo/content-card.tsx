'use client';

import { Heart, HeartOff, MousePointerClick } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { DemoContent } from './demo-data';
import { SlotAd } from './slot-ad';
import type { Demo } from './use-demo';
import { useSlotAd } from './use-slot-ad';
import { VideoPlayer } from './video-player';

/** One content as a platform would show it: to click, to like, and to play when it is a video. */
export function ContentCard({ content, demo, apiKey }: { content: DemoContent; demo: Demo; apiKey: string }) {
  const t = useTranslations('demo');
  const kinds = useTranslations('contents.kinds');
  const [liked, setLiked] = useState(false);
  const { act, loaded } = demo;
  const { id, title, kind, durationSeconds, creatorName } = content;
  const watched = useRef(false);
  const slotAd = useSlotAd(id, apiKey, demo.offline);
  const showAd = async (positionSeconds: number) => {
    const ad = await slotAd.ask(positionSeconds);
    act((sdk) => sdk.adView(id, { positionSeconds, adVideoId: ad?.id }));
  };
  const like = () => {
    act((sdk) => (liked ? sdk.unlike(id) : sdk.like(id)));
    setLiked(!liked);
  };
  return (
    <Panel title={title} note={[kinds(kind), creatorName ?? t('house')].join(' · ')}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap gap-2">
          <Button icon={MousePointerClick} disabled={!loaded} onClick={() => act((sdk) => sdk.click(id))}>
            {t('click')}
          </Button>
          <Button icon={liked ? HeartOff : Heart} disabled={!loaded} onClick={like}>
            {liked ? t('unlike') : t('like')}
          </Button>
        </div>
        {durationSeconds !== null && (
          <VideoPlayer
            durationSeconds={durationSeconds}
            disabled={!loaded}
            onPlay={(player) =>
              act((sdk) => {
                if (!watched.current) sdk.watch(player, id);
                watched.current = true;
                return sdk.view(id);
              })
            }
            resumeAt={() => demo.resumeAt(id)}
            onAd={(positionSeconds) => void showAd(positionSeconds)}
          />
        )}
        {slotAd.shown && <SlotAd ad={slotAd.shown} onEnd={slotAd.close} />}
      </div>
    </Panel>
  );
}
