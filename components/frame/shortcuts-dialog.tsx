'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { useShortcuts } from './shortcuts';
import { useModifierKey } from './use-modifier-key';

/** What the keyboard can do on this page; `?` opens it. */
export function ShortcutsDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('frame');
  const modifier = useModifierKey();
  const shortcuts = [...new Map(useShortcuts().map((shortcut) => [shortcut.keys, shortcut])).values()];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('shortcuts')}>
      <dl className="grid gap-x-8 pb-2 sm:grid-cols-2">
        {shortcuts.map(({ keys, label }) => (
          <div key={keys} className="flex min-h-8 items-center justify-between gap-4 border-b py-1">
            <dt>{label}</dt>
            <dd>
              <Kbd keys={keys.replace('Mod', modifier)} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="pt-2 pb-1 text-xs text-muted">{t('shortcutsNote')}</p>
    </Dialog>
  );
}
