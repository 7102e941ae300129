'use client';

import { useMessages, useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import { useFormat } from '@/components/use-format';
import { formatClock } from '@/lib/kernel/format';
import type { DemoContent } from './demo-data';
import type { Answered, LogLine, Outcome } from './demo-log';

const TONES: Record<Outcome, Tone> = { counted: 'good', refused: 'warn', duplicate: 'neutral', rejected: 'bad' };

/** One request: when, how long it took, and the verdict of each event with its rule. */
export function LogAnswer({ entry, contents }: { entry: Answered; contents: DemoContent[] }) {
  const t = useTranslations('demo');
  const format = useFormat();
  const { at, receipt, tookMilliseconds, again, lines } = entry;
  return (
    <>
      <p className="flex flex-wrap gap-x-2 text-sm text-muted">
        <Time at={at} clockOnly />
        <span>{t('request', { count: receipt.received })}</span>
        <span>{format.duration(tookMilliseconds)}</span>
        {again && <span>{t('byButton')}</span>}
      </p>
      <ul className="mt-1 flex flex-col gap-2">
        {lines.map((line) => (
          <li key={line.event.id}>
            <Line line={line} title={contents.find((content) => content.id === line.event.contentId)?.title} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Line({ line, title }: { line: LogLine; title: string | undefined }) {
  const t = useTranslations('demo');
  const types = useTranslations('day.types');
  const { event, outcome, reason, count } = line;
  const what = title ?? event.externalId ?? `#${event.contentId}`;
  return (
    <div className="flex gap-2">
      <Badge tone={TONES[outcome]}>{t(`outcomes.${outcome}`)}</Badge>
      <div className="min-w-0 grow">
        <p className="flex gap-x-2">
          <span className="shrink-0 font-medium">
            {types(event.type)}
            {event.adPositionSeconds !== undefined && ` ${formatClock(event.adPositionSeconds)}`}
            {count > 1 && ` × ${count}`}
          </span>
          <span className="min-w-0 truncate text-muted" title={what}>
            {what}
          </span>
        </p>
        {reason && <Reason reason={reason} />}
        <p className="font-mono text-xs tracking-tight break-all text-muted">{event.id}</p>
      </div>
    </div>
  );
}

function Reason({ reason }: { reason: string }) {
  const t = useTranslations('demo');
  const rules: Record<string, { rule: string }> = useMessages().reasons;
  return <p className="text-sm">{reason === 'duplicate' ? t('duplicateRule') : (rules[reason]?.rule ?? reason)}</p>;
}
