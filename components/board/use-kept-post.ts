'use client';

import { useEffect, useState } from 'react';
import { keptCopy } from '@/components/kept-copy';
import { EMPTY_POST, fieldsOfDraft, type PostFields } from './post-fields';

/** A new post as typed, kept in this browser until it is published, whatever happens to the page. `null` while it is looked for. */
export function useKeptPost(memberId: string) {
  const [copy] = useState(() => keptCopy(`post ${memberId}`, fieldsOfDraft, () => localStorage));
  const [fields, setFields] = useState<PostFields | null>(null);
  useEffect(() => setFields(copy.read() ?? EMPTY_POST), [copy]);
  const change = (next: PostFields) => {
    setFields(next);
    copy.write(next);
  };
  return { fields, change, forget: copy.forget };
}
