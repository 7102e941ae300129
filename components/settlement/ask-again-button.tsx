'use client';

import { useIsFetching, useMutation, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useShortcut } from '@/components/frame/shortcuts';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
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
  useShortcut('R', t('refresh'), () => !isPending && mutate());
  return (
    <Button
      variant="primary"
      icon={RefreshCw}
      busy={isPending && fetching}
      onClick={() => mutate()}
      aria-keyshortcuts="r"
    >
      {t('refresh')}
      <span className="max-md:hidden">
        <Kbd keys="R" inverse />
      </span>
    </Button>
  );
}
