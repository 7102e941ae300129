import type { Locale } from '@/lib/kernel/locale';
import type messages from './ko.json';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof messages;
  }
}
