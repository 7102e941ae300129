'use client';

import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { LOCALE_COOKIE, type Locale } from '@/lib/kernel/locale';
import { THEME_COOKIE, type Theme, themeOf } from '@/lib/kernel/theme';

const YEAR_SECONDS = 31_536_000;

/** Language and looks, kept in cookies of this browser so that the server paints the first byte right. */
export function usePreferences() {
  const router = useRouter();
  const locale = useLocale();
  const theme = useSyncExternalStore(watchTheme, currentTheme, () => 'system' as Theme);
  const setLocale = (next: Locale) => {
    keep(LOCALE_COOKIE, next);
    router.refresh();
  };
  return { locale, setLocale, theme, setTheme };
}

function setTheme(next: Theme): void {
  keep(THEME_COOKIE, next);
  if (next === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
}

const currentTheme = () => themeOf(document.documentElement.dataset.theme);

function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

/** Keeps a choice of this browser for a year. */
export function keep(cookie: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari before 18.4
  document.cookie = `${cookie}=${encodeURIComponent(value)}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
