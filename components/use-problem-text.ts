'use client';

import { useMessages } from 'next-intl';
import { Problem } from '@/lib/http/client';

type ProblemText = { title: string; detail: string };

/** A refusal in the reader's words: our own text for the code where there is one, else what the server said. */
export function useProblemText(): (error: unknown) => ProblemText {
  const texts: Record<string, Partial<ProblemText>> = useMessages().problems;
  return (error) => {
    const problem = error instanceof Problem ? error : null;
    const known = texts[problem?.code ?? 'platform/unexpected'];
    return { title: known?.title ?? problem?.title ?? '', detail: known?.detail ?? problem?.detail ?? '' };
  };
}
