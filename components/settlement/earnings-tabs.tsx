'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';

const TABS = [
  { id: 'earned', href: '/settlement' },
  { id: 'statements', href: '/settlement/statements' },
] as const;

/** The two pages of a creator about money: what was earned, and what is paid for it. */
export function EarningsTabs() {
  const t = useTranslations('earnings');
  const pathname = usePathname();
  return (
    <nav aria-label={t('title')} className="flex gap-4 overflow-x-auto border-b">
      {TABS.map(({ id, href }) => (
        <Link
          key={id}
          href={href as Route}
          aria-current={pathname === href ? 'page' : undefined}
          className={cx(
            '-mb-px border-b-2 py-2 whitespace-nowrap',
            pathname === href ? 'border-ink font-medium' : 'border-transparent text-muted hover:text-ink',
          )}
        >
          {t(`tabs.${id}`)}
        </Link>
      ))}
    </nav>
  );
}
