'use client';

import { useEffect, useState } from 'react';
import { CodeLine } from '@/components/ui/code-line';

/** A line that posts one event to this very server. */
export function CurlLine() {
  const [example, setExample] = useState<{ origin: string; id: string; at: string }>();
  useEffect(() => setExample({ origin: location.origin, id: crypto.randomUUID(), at: new Date().toISOString() }), []);
  if (!example) return null;
  const event = { id: example.id, type: 'click', contentId: 1, viewerId: 'member-1', at: example.at };
  return (
    <CodeLine
      code={`curl ${example.origin}/api/v1/events -H 'Authorization: Bearer YOUR_KEY' -H 'content-type: application/json' -d '${JSON.stringify([event])}'`}
    />
  );
}
