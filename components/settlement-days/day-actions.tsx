'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CirclePlay, GitCompareArrows, Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { useProblemText } from '@/components/use-problem-text';
import type { SettlementDayDetail } from '@/lib/settlement/day-schema';
import { compareDay, runDay } from '@/lib/settlement/days-client';
import { CloseDayDialog } from './close-day-dialog';
import type { Expected } from './use-settlement-day';

type DayActionsProps = {
  day: SettlementDayDetail;
  expected: Expected | null;
  expect: (kind: Expected['kind']) => void;
};

/** Run, compare, and the close, which is final. What is not possible now is not offered. */
export function DayActions({ day, expected, expect }: DayActionsProps) {
  const t = useTranslations('settlementDays');
  const [closing, setClosing] = useState(false);
  const run = useAsking(runDay, day.day, () => expect('settle-day'));
  const compare = useAsking(compareDay, day.day, () => expect('compare-day'));
  if (!day.ended || day.state === 'closed') return null;
  const taken = expected !== null || day.running;
  const canClose = day.state === 'settled' && !day.dirty && day.earlierOpenDay === null;
  return (
    <>
      <Button
        icon={GitCompareArrows}
        onClick={() => compare.mutate()}
        busy={compare.isPending || expected?.kind === 'compare-day'}
        disabled={taken && expected?.kind !== 'compare-day'}
      >
        {t('compare')}
      </Button>
      <Button icon={Lock} onClick={() => setClosing(true)} disabled={taken || !canClose}>
        {t('close')}
      </Button>
      <Button
        variant="primary"
        icon={CirclePlay}
        onClick={() => run.mutate()}
        busy={run.isPending || expected?.kind === 'settle-day'}
        disabled={taken && expected?.kind !== 'settle-day'}
      >
        {t('run')}
      </Button>
      <CloseDayDialog day={day} open={closing} onOpenChange={setClosing} />
    </>
  );
}

/** A refusal is said once; it changes nothing on the page but what is known of the day. */
function useAsking(ask: (day: string) => Promise<unknown>, day: string, onAsked: () => void) {
  const problemText = useProblemText();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ask(day),
    onSuccess: onAsked,
    onError: (error) => {
      const { title, detail } = problemText(error);
      toast.error(title, { description: detail });
      void client.invalidateQueries({ queryKey: ['settlement-days', 'day', day] });
    },
  });
}
