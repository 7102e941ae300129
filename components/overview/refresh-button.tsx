'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { RefreshAction } from '@/components/frame/refresh-action';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/use-format';
import { useProblemText } from '@/components/use-problem-text';
import { refresh } from '@/lib/dashboard/client';

const AUTO_MILLISECONDS = 30_000;

/** Brings the figures up to now and says what it did; `R` presses it, and it presses itself while `auto` and in sight. */
export function RefreshButton({ auto }: { auto: boolean }) {
  const { mutate, isPending } = useRefresh();
  useEffect(() => {
    if (!auto) return;
    const timer = setInterval(
      () => document.visibilityState === 'visible' && !isPending && mutate(),
      AUTO_MILLISECONDS,
    );
    return () => clearInterval(timer);
  }, [auto, isPending, mutate]);
  return <RefreshAction busy={isPending} onPress={() => mutate()} />;
}

function useRefresh() {
  const t = useTranslations('overview');
  const format = useFormat();
  const problemText = useProblemText();
  const client = useQueryClient();
  return useMutation({
    mutationFn: refresh,
    onSuccess: async ({ foldedEvents, tookMilliseconds }) => {
      await client.invalidateQueries({ queryKey: ['stats'] });
      toast(t('refreshed', { count: foldedEvents, took: format.duration(tookMilliseconds) }), { id: 'refresh' });
    },
    onError: (error) => {
      const { title, detail } = problemText(error);
      toast.error(title, { id: 'refresh', description: detail });
    },
  });
}
