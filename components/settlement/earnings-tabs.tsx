'use client';

import { useTranslations } from 'next-intl';
import { TabLinks } from '@/components/ui/tab-links';

/** The two pages of a creator about money: what was earned, and what is paid for it. */
export function EarningsTabs() {
  const t = useTranslations('earnings');
  const tabs = [
    { href: '/settlement', name: t('tabs.earned') },
    { href: '/settlement/statements', name: t('tabs.statements') },
  ];
  return <TabLinks label={t('title')} tabs={tabs} />;
}
