'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useProblemText } from './use-problem-text';

type Upload = (file: File, options: { onProgress: (part: number) => void }) => Promise<{ url: string }>;

/** Sends a chosen file and hands on its address; `part` of it has gone, `refused` says why it was not taken. */
export function useUpload(upload: Upload, onDone: (url: string) => void) {
  const problemText = useProblemText();
  const [part, setPart] = useState(0);
  const mutation = useMutation({
    mutationFn: (file: File) => upload(file, { onProgress: setPart }),
    onMutate: () => setPart(0),
    onSuccess: ({ url }) => onDone(url),
  });
  const problem = mutation.error && problemText(mutation.error);
  return {
    part,
    busy: mutation.isPending,
    refused: problem ? `${problem.title}. ${problem.detail}` : null,
    send: mutation.mutate,
  };
}
