import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';

/** What came of a call; status 0 when no answer came. */
export type Tried = { status: number; requestId: string | null; milliseconds: number; text: string };

export function TriedAnswer({ tried: { status, requestId, milliseconds, text } }: { tried: Tried }) {
  const t = useTranslations('docs');
  if (status === 0) return <p className="text-bad">{t('noAnswer')}</p>;
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
        <Badge tone={status < 400 ? 'good' : 'bad'}>{status}</Badge>
        {t('took', { milliseconds })}
        {requestId && <code className="font-mono text-xs break-all">{requestId}</code>}
      </p>
      {text !== '' && (
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className="max-h-96 overflow-auto rounded bg-sunken px-3 py-2 font-mono text-sm"
        >
          {text}
        </pre>
      )}
    </div>
  );
}
