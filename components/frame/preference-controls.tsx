'use client';

import { useTranslations } from 'next-intl';
import { Segmented } from '@/components/ui/segmented';
import type { Locale } from '@/lib/kernel/locale';
import { THEMES } from '@/lib/kernel/theme';
import { usePreferences } from './use-preferences';

/** Light, dark, or as the machine says. */
export function ThemeControl() {
  const t = useTranslations('frame');
  const { theme, setTheme } = usePreferences();
  const options = THEMES.map((value) => ({ value, label: t(`themes.${value}`) }));
  return <Segmented label={t('theme')} options={options} value={theme} onChange={setTheme} />;
}

// Each language says its own name, for whoever cannot read the other.
const LANGUAGES: { value: Locale; label: string }[] = [
  { value: 'ko', label: '한국어' },
  { value: 'en', label: 'English' },
];

export function LanguageControl() {
  const t = useTranslations('frame');
  const { locale, setLocale } = usePreferences();
  return <Segmented label={t('language')} options={LANGUAGES} value={locale} onChange={setLocale} />;
}
