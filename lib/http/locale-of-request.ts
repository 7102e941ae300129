import { LOCALE_COOKIE, type Locale, localeOf } from '@/lib/kernel/locale';

/** The language of whoever asks, as pages see it: the one that was chosen, or the first of `Accept-Language` that we have. */
export function localeOfRequest(request: Request): Locale {
  const cookies = request.headers.get('cookie') ?? '';
  const chosen = cookies
    .split(';')
    .map((part) => part.trim().split('='))
    .find(([name]) => name === LOCALE_COOKIE)?.[1];
  return localeOf(chosen, request.headers.get('accept-language'));
}
