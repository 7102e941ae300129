'use client';

import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { useShortcut } from './shortcuts';

/** The button of a page that brings its figures up to now; `R` presses it, unless it is at work. */
export function RefreshAction({ busy, onPress }: { busy: boolean; onPress: () => void }) {
  const t = useTranslations('frame');
  useShortcut('R', t('refresh'), () => !busy && onPress());
  return (
    <Button variant="primary" icon={RefreshCw} busy={busy} onClick={onPress} aria-keyshortcuts="r">
      {t('refresh')}
      <span className="max-md:hidden">
        <Kbd keys="R" inverse />
      </span>
    </Button>
  );
}
