'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cx } from './cx';

type TabLinksProps = { label: string; tabs: readonly { href: string; name: string }[] };

/** The pages of a room side by side; the one with the longest address that leads here is this one. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  const pathname = usePathname();
  const [here] = tabs
    .map(({ href }) => href)
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length);
  return (
    <nav aria-label={label} className="-mb-px flex gap-4 overflow-x-auto border-b">
      {tabs.map(({ href, name }) => (
        <Link
          key={href}
          href={href as Route}
          aria-current={href === here ? 'page' : undefined}
          className={cx(
            '-mb-px border-b-2 py-2 whitespace-nowrap',
            href === here ? 'border-ink font-medium' : 'border-transparent text-muted hover:text-ink',
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
