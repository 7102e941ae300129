'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';

/** The pages of an admin about settlement, in the order of the work. */
const TABS = ['days', 'months', 'payouts', 'tariffs'] as const;

/** From days over months to what creators are paid of them. */
export function SettlementTabs() {
  const t = useTranslations('settlementTabs');
  const pathname = usePathname();
  return (
    <nav aria-label={t('label')} className="-mb-px flex gap-4 overflow-x-auto border-b">
      {TABS.map((tab) => {
        const href = `/settlement/${tab}` as Route;
        const here = pathname === href || pathname.startsWith(`${href}/`);
        return (
          <Link
            key={tab}
            href={href}
            aria-current={here ? 'page' : undefined}
            className={cx(
              '-mb-px border-b-2 py-2 whitespace-nowrap',
              here ? 'border-ink font-medium' : 'border-transparent text-muted hover:text-ink',
            )}
          >
            {t(tab)}
          </Link>
        );
      })}
    </nav>
  );
}
