'use client';

import Link from 'next/link';
import { type ComponentProps, useState } from 'react';

/**
 * A link that gets its page ahead only when a pointer, a finger or the keyboard comes to it, for places where many stand:
 * thirty pages asked for at once would keep a phone busy while it is still drawing the first.
 */
export function IntentLink({ onFocus, ...props }: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  return (
    <Link
      {...props}
      prefetch={wanted ? null : false}
      onMouseEnter={want}
      onTouchStart={want}
      onFocus={(event) => {
        want();
        onFocus?.(event);
      }}
    />
  );
}
