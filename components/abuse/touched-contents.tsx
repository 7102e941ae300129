'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/use-format';
import type { ViewerActivity } from '@/lib/abuse/schema';
import { parseDay } from '@/lib/kernel/day';
import { ReasonList } from './reason-list';

type Content = ViewerActivity['contents'][number];

/** What the viewer touched on each day: what counted of it, and what was refused and why. */
export function TouchedContents({ contents }: { contents: Content[] }) {
  const t = useTranslations('abuse');
  return (
    <section>
      <h3 className="mb-1 text-sm font-semibold">{t('touched')}</h3>
      <ul className="flex flex-col divide-y border-y">
        {contents.map((content) => (
          <Row key={`${content.day} ${content.contentId}`} content={content} />
        ))}
      </ul>
    </section>
  );
}

function Row({ content }: { content: Content }) {
  const t = useTranslations('abuse');
  const format = useFormat();
  const day = parseDay(content.day);
  const counted = [
    content.views > 0 && t('views', { count: content.views }),
    content.adViews > 0 && t('adViews', { count: content.adViews }),
    content.clicks > 0 && t('clicks', { count: content.clicks }),
  ].filter(Boolean);
  return (
    <li className="py-2">
      <div className="flex items-baseline justify-between gap-4">
        <span className="min-w-0 truncate">{content.title || `#${content.contentId}`}</span>
        <span className="shrink-0 text-sm text-muted">{day ? format.day(day, 'short') : content.day}</span>
      </div>
      <p className="text-sm text-muted">{counted.length > 0 ? counted.join(' · ') : t('noneCounted')}</p>
      <ReasonList reasons={content.reasons} />
    </li>
  );
}
