'use client';

import { useIsFetching, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { RefreshAction } from '@/components/frame/refresh-action';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/use-format';

const KEY = ['settlement'];

/** Asks for the amounts again and says when they were read; `R` presses it. */
export function AskAgainButton() {
  const t = useTranslations('earnings');
  const format = useFormat();
  const client = useQueryClient();
  const fetching = useIsFetching({ queryKey: KEY }) > 0;
  const { mutate, isPending } = useMutation({
    mutationFn: () => client.invalidateQueries({ queryKey: KEY }),
    onSuccess: () => {
      const failed = client
        .getQueryCache()
        .findAll({ queryKey: KEY, type: 'active' })
        .some(({ state }) => state.error);
      if (!failed) toast(t('readAt', { time: format.time(new Date()) }), { id: 'refresh' });
    },
  });
  return <RefreshAction busy={isPending && fetching} onPress={() => mutate()} />;
}
