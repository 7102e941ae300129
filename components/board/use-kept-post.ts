'use client';

import { useEffect, useState } from 'react';
import { EMPTY_POST, fieldsOfDraft, type PostFields } from './post-fields';

/** A new post as typed, kept in this browser until it is published, whatever happens to the page. `null` while it is looked for. */
export function useKeptPost(memberId: string) {
  const key = `boxoffice post ${memberId}`;
  const [fields, setFields] = useState<PostFields | null>(null);
  useEffect(
    () => setFields(quietly(() => fieldsOfDraft(JSON.parse(localStorage.getItem(key) ?? 'null'))) ?? EMPTY_POST),
    [key],
  );
  const change = (next: PostFields) => {
    setFields(next);
    quietly(() => localStorage.setItem(key, JSON.stringify(next)));
  };
  return { fields, change, forget: () => quietly(() => localStorage.removeItem(key)) };
}

/** A browser without storage still has the form itself. */
function quietly<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
