'use client';

import { Keyboard, Languages, LogOut, type LucideIcon, Moon, Sun, SunMoon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { THEMES, type Theme } from '@/lib/kernel/theme';
import type { Then } from './command-palette';
import { PaletteGroup, PaletteItem } from './palette-item';
import { usePreferences } from './use-preferences';
import { useSignOut } from './use-sign-out';

const THEME_ICONS: Record<Theme, LucideIcon> = { system: SunMoon, light: Sun, dark: Moon };

/** Looks, language, shortcuts, sign-out. */
export function PaletteSettings({ onShortcuts, then }: { onShortcuts: () => void; then: Then }) {
  const t = useTranslations('frame');
  const palette = useTranslations('palette');
  const signOut = useSignOut();
  const { locale, setLocale, setTheme } = usePreferences();
  return (
    <PaletteGroup heading={palette('settings')}>
      {THEMES.map((theme) => (
        <PaletteItem
          key={theme}
          icon={THEME_ICONS[theme]}
          value={`${t('theme')} ${t(`themes.${theme}`)} theme ${theme}`}
          onSelect={then(() => setTheme(theme))}
        >
          {t('theme')}: {t(`themes.${theme}`)}
        </PaletteItem>
      ))}
      <PaletteItem
        icon={Languages}
        value={`${t('otherLanguage')} language 언어`}
        onSelect={then(() => setLocale(locale === 'ko' ? 'en' : 'ko'))}
      >
        {t('otherLanguage')}
      </PaletteItem>
      <PaletteItem icon={Keyboard} value={t('shortcuts')} onSelect={then(onShortcuts)} keys="?">
        {t('shortcuts')}
      </PaletteItem>
      <PaletteItem icon={LogOut} value={`${t('signOut')} sign out`} onSelect={then(signOut)}>
        {t('signOut')}
      </PaletteItem>
    </PaletteGroup>
  );
}
