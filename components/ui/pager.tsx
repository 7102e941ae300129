'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from './button';

type PagerProps = { onPrevious: (() => void) | null; onNext: (() => void) | null; busy?: boolean };

/** Back and forth between cursor pages; null is the end of that way. */
export function Pager({ onPrevious, onNext, busy = false }: PagerProps) {
  const t = useTranslations('ui');
  return (
    <nav aria-label={t('pages')} className="flex justify-end gap-2">
      <Button icon={ChevronLeft} disabled={!onPrevious || busy} onClick={() => onPrevious?.()}>
        {t('previous')}
      </Button>
      <Button disabled={!onNext || busy} onClick={() => onNext?.()}>
        {t('next')}
        <ChevronRight aria-hidden className="size-4" />
      </Button>
    </nav>
  );
}
