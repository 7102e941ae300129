'use client';

import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react';
import { Skeleton } from '@/components/ui/skeleton';

type WhenSeenProps = {
  /** In pixels, of what is drawn. */
  height: number;
  children: ReactNode;
};

/** Keeps the place of a chart until it is about to come into sight: what nobody scrolls to costs nothing. */
export function WhenSeen({ height, children }: WhenSeenProps) {
  const [seen, setSeen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        // A transition is drawn in pieces between which the page answers.
        if (entries.some((entry) => entry.isIntersecting)) startTransition(() => setSeen(true));
      },
      { rootMargin: MARGIN },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={place} style={{ height }}>
      {seen ? children : <Skeleton className="h-full" />}
    </div>
  );
}

/** How near is about to be seen. */
const MARGIN = '200px';
