'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/components/ui/toast';
import { useProblemText } from '@/components/use-problem-text';
import { signOut } from '@/lib/accounts/client';

/** Ends this browser's session in the database as well, forgets what was fetched, and leads to sign-in. */
export function useSignOut(): () => void {
  const client = useQueryClient();
  const problemText = useProblemText();
  const ending = useMutation({
    mutationFn: () => signOut('/sign-in'),
    onSuccess: ({ url }) => {
      client.clear();
      window.location.assign(url);
    },
    onError: (error) => {
      const { title, detail } = problemText(error);
      toast.error(title, { description: detail });
    },
  });
  return ending.mutate;
}
