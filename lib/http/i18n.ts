import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { LOCALE_COOKIE, localeOf } from '@/lib/kernel/locale';
import { env } from '@/lib/platform/env';

/** Language, texts and time zone of a page. The address says nothing about the language: a link means the same to everybody. */
const requestConfig = getRequestConfig(async ({ locale: wanted }) => {
  const locale =
    wanted ?? localeOf((await cookies()).get(LOCALE_COOKIE)?.value, (await headers()).get('accept-language'));
  const { default: messages } = await import(`@/messages/${locale}.json`);
  return { locale, messages, timeZone: env().BUSINESS_TIME_ZONE };
});

// next-intl looks for a default export.
export { requestConfig as default };
