/** Looks of the screens; `system` follows the machine. */
export const THEMES = ['system', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

/** A cookie, so that the first byte of a page already has the right colours. */
export const THEME_COOKIE = 'boxoffice-theme';

export function themeOf(chosen: string | undefined): Theme {
  return THEMES.find((theme) => theme === chosen) ?? 'system';
}
