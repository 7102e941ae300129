'use client';

import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { controlClasses } from './input';

export type SelectOption<V extends string> = { value: V; label: string; note?: string; disabled?: boolean };

type SelectProps<V extends string> = {
  options: readonly SelectOption<V>[];
  value: V | undefined;
  onChange: (value: V) => void;
  placeholder?: string;
  /** Said before the value, inside the button: `Period: Last 30 days`. */
  prefix?: ReactNode;
  disabled?: boolean;
  /** Lighter, for a choice in a bar of choices rather than in a form. */
  toolbar?: boolean;
  className?: string;
  id?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
};

/** One of a few. For more than about fifteen use `Combobox`. */
export function Select<V extends string>({
  options,
  value,
  onChange,
  placeholder,
  prefix,
  disabled,
  toolbar,
  className,
  ...aria
}: SelectProps<V>) {
  const choose = (next: string) => {
    const option = options.find((candidate) => candidate.value === next);
    if (option) onChange(option.value);
  };
  return (
    <Radix.Root value={value ?? ''} onValueChange={choose} disabled={disabled ?? false}>
      <Radix.Trigger
        className={cx(
          controlClasses,
          toolbar ? 'border-line hover:bg-sunken' : 'border-edge',
          'inline-flex h-8 items-center gap-2 px-2 text-left data-placeholder:text-muted',
          className,
        )}
        {...aria}
      >
        {prefix && <span className="shrink-0 text-muted">{prefix}</span>}
        <span className="mr-auto truncate">
          {/* Named here, since Radix knows the names only once the page runs. */}
          <Radix.Value placeholder={placeholder}>{options.find((option) => option.value === value)?.label}</Radix.Value>
        </span>
        <Radix.Icon asChild>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-auto rounded border bg-floating p-1 shadow-float"
        >
          <Radix.Viewport>
            {options.map((option) => (
              <Option key={option.value} {...option} />
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Option({ value, label, note, disabled }: SelectOption<string>) {
  return (
    <Radix.Item
      value={value}
      disabled={disabled ?? false}
      className="flex min-h-8 items-center gap-2 rounded py-1 pr-2 pl-7 outline-none select-none data-disabled:text-muted data-highlighted:bg-sunken relative max-md:min-h-11"
    >
      <Radix.ItemIndicator className="absolute left-2">
        <Check aria-hidden className="size-4" />
      </Radix.ItemIndicator>
      <span className="min-w-0">
        <Radix.ItemText>{label}</Radix.ItemText>
        {note && <span className="block text-xs text-muted">{note}</span>}
      </span>
    </Radix.Item>
  );
}
