'use client';

import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useState } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { useFormat } from '@/components/use-format';
import type { Block } from '@/lib/abuse/schema';
import type { Day } from '@/lib/kernel/day';
import { BlockDialog, type BlockPlan } from './block-dialog';
import { BlocksPanel } from './blocks-panel';
import { LiftDialog } from './lift-dialog';
import { abuseSearch } from './search';
import { SuspectsPanel } from './suspects-panel';
import { ViewerSheet } from './viewer-sheet';

/** Who is refused most or comes oddly fast, what they touched, and who is blocked. */
export function AbuseScreen({ period }: { period: { from: Day; to: Day } }) {
  const t = useTranslations('abuse');
  const format = useFormat();
  // The period is made by the server, which knows what day it is there.
  const [search, setSearch] = useQueryStates(abuseSearch, { history: 'replace', shallow: false });
  const [plan, setPlan] = useState<BlockPlan | null>(null);
  const [lift, setLift] = useState<Block | null>(null);
  return (
    <>
      <PageHeader title={t('title')} note={t('note', { range: format.dayRange(period) })} />
      <div className="flex flex-col gap-4">
        <SuspectsPanel period={period} search={search} onSearch={(next) => void setSearch(next)} />
        <BlocksPanel onOpen={({ viewer }) => void setSearch({ viewer })} onLift={setLift} />
      </div>
      <ViewerSheet
        viewer={search.viewer}
        period={period}
        onClose={() => void setSearch({ viewer: null })}
        onBlock={setPlan}
        onLift={setLift}
      />
      <BlockDialog plan={plan} onClose={() => setPlan(null)} />
      <LiftDialog block={lift} onClose={() => setLift(null)} />
    </>
  );
}
