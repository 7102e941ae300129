'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { cx } from '@/components/ui/cx';

/** The first lines of what an ad says, and all of it when asked. */
export function AdText({ text }: { text: string }) {
  const t = useTranslations('join');
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [long, setLong] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const element = paragraph.current;
    if (!element || open) return;
    const measure = () => setLong(element.scrollHeight - element.clientHeight > HALF_A_LINE);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [open]);
  return (
    <div className="text-sm text-muted">
      <p ref={paragraph} className={cx('whitespace-pre-line', !open && 'line-clamp-3')}>
        {text}
      </p>
      {long && (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="mt-1 rounded font-medium text-ink hover:underline"
        >
          {t(open ? 'less' : 'more')}
        </button>
      )}
    </div>
  );
}

/** In pixels: letters that reach out of their line are no line of their own. */
const HALF_A_LINE = 8;
