'use client';

import { Keyboard, Languages, LogOut, Moon, Sun, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import { Menu } from '@/components/ui/menu';
import { Initial } from './initial';
import { usePreferences } from './use-preferences';
import { useSignOut } from './use-sign-out';

export type Person = { name: string; email: string; memberId: string };

type AccountMenuProps = { person: Person; compact: string; onShortcuts: () => void };

/** Who is signed in, and what concerns them: account, looks, language, sign-out. */
export function AccountMenu({ person, compact, onShortcuts }: AccountMenuProps) {
  const t = useTranslations('frame');
  const router = useRouter();
  const signOut = useSignOut();
  const { locale, setLocale, setTheme } = usePreferences();
  const turnTheme = () => setTheme(isDark() ? 'light' : 'dark');
  return (
    <Menu
      align="start"
      items={[
        { label: t('account'), icon: UserRound, onSelect: () => router.push('/account') },
        { label: t('turnTheme'), icon: isDark() ? Sun : Moon, onSelect: turnTheme },
        { label: t('otherLanguage'), icon: Languages, onSelect: () => setLocale(locale === 'ko' ? 'en' : 'ko') },
        { label: t('shortcuts'), icon: Keyboard, shortcut: '?', onSelect: onShortcuts },
        'separator',
        { label: t('signOut'), icon: LogOut, onSelect: signOut },
      ]}
    >
      <button type="button" className="flex h-10 w-full items-center gap-2 rounded px-1.5 text-left hover:bg-sunken">
        <Initial name={person.name} />
        <span className={cx('min-w-0', compact)}>
          <span className="block truncate text-sm font-medium">{person.name}</span>
          <span className="block truncate text-xs text-muted">{person.email}</span>
        </span>
        <span className="sr-only">{t('accountMenu')}</span>
      </button>
    </Menu>
  );
}

/** What is shown now, whether chosen or followed. */
function isDark(): boolean {
  if (typeof document === 'undefined') return false;
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
}
