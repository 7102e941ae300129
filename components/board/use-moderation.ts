'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { toast } from '@/components/ui/toast';
import { hideIt, type Moderated, showIt } from '@/lib/community/client';

/** Hides a post or comment for a reason, or shows it again with null; every list learns of it. */
export function useModeration(onDone: () => void) {
  const t = useTranslations('board');
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ reason, ...one }: Moderated & { reason: string | null }) =>
      reason === null ? showIt(one) : hideIt(one, reason),
    onSuccess: async (_, { reason }) => {
      await client.invalidateQueries({ queryKey: ['posts'] });
      toast(t(reason === null ? 'shownAgain' : 'hiddenNow'));
      onDone();
    },
  });
}
