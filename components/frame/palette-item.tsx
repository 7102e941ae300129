'use client';

import { Command } from 'cmdk';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Kbd } from '@/components/ui/kbd';

/** Entries under a heading. */
export function PaletteGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  );
}

type PaletteItemProps = {
  value: string;
  icon?: LucideIcon;
  keys?: string;
  keywords?: string[];
  onSelect: () => void;
  children: ReactNode;
};

/** One thing to choose; `value` is what typing is matched against. */
export function PaletteItem({ value, icon: Icon, keys, keywords, onSelect, children }: PaletteItemProps) {
  return (
    <Command.Item
      value={value}
      {...(keywords && { keywords })}
      onSelect={onSelect}
      className="flex min-h-9 items-center gap-2.5 rounded px-2 data-[selected=true]:bg-sunken max-md:min-h-11"
    >
      {Icon && <Icon aria-hidden className="size-4 shrink-0 text-muted" />}
      <span className="mr-auto min-w-0">{children}</span>
      {keys && (
        <span className="max-md:hidden">
          <Kbd keys={keys} />
        </span>
      )}
    </Command.Item>
  );
}

/** A word in place of entries. */
export function PaletteNote({ children }: { children: ReactNode }) {
  return <p className="px-2 py-2 text-sm text-muted">{children}</p>;
}
