'use client';

import { useTranslations } from 'next-intl';
import { TabLinks } from '@/components/ui/tab-links';

/** The pages of an admin about settlement, in the order of the work. */
const TABS = ['days', 'months', 'payouts', 'tariffs'] as const;

/** From days over months to what creators are paid of them. */
export function SettlementTabs() {
  const t = useTranslations('settlementTabs');
  return <TabLinks label={t('label')} tabs={TABS.map((tab) => ({ href: `/settlement/${tab}`, name: t(tab) }))} />;
}
