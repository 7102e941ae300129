'use client';

import type { LucideIcon } from 'lucide-react';
import { type ChangeEvent, type ReactNode, useRef } from 'react';
import { Button } from './button';

type FileButtonProps = {
  icon: LucideIcon;
  /** The name of the choice, whatever the button says of a file on its way. */
  label: string;
  /** Media types, such as `image/png`. */
  accept: readonly string[];
  busy: boolean;
  onChoose: (file: File) => void;
  children: ReactNode;
  'aria-describedby'?: string;
};

/** A button that asks for one file. */
export function FileButton({ icon, label, accept, busy, onChoose, children, ...aria }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (file) onChoose(file);
    // The same file again is a choice, too.
    event.target.value = '';
  };
  return (
    <>
      <Button size="small" icon={icon} busy={busy} onClick={() => input.current?.click()} {...aria}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept.join(',')}
        onChange={choose}
        aria-label={label}
        tabIndex={-1}
        className="sr-only"
      />
    </>
  );
}
