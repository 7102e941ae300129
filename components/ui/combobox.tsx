'use client';

import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { Check, ChevronsUpDown, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { useDebounced } from '@/components/use-debounced';
import { cx } from './cx';
import { ErrorState } from './error-state';
import { IconButton } from './icon-button';
import { controlClasses } from './input';
import { PopoverPanel } from './popover-panel';
import { useFirstSelected } from './use-first-selected';

export type ComboboxOption = { value: string; label: string; note?: string };

type ComboboxProps = {
  value: ComboboxOption | null;
  onChange: (option: ComboboxOption | null) => void;
  /** Asks the server; `text` is '' for the first look. Abort with the signal. */
  search: (text: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>;
  /** Names the search among the cached ones, such as `contents`. */
  searchKey: string;
  placeholder: string;
  /** May be emptied again. */
  clearable?: boolean;
  disabled?: boolean;
  /** Lighter, for a choice in a bar of choices rather than in a form. */
  toolbar?: boolean;
  className?: string;
  id?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
};

/** One of many, found by typing: contents, creators, members. */
export function Combobox({
  value,
  onChange,
  search,
  searchKey,
  placeholder,
  clearable,
  disabled,
  toolbar,
  className,
  ...aria
}: ComboboxProps) {
  const t = useTranslations('ui');
  const [open, setOpen] = useState(false);
  const choose = (option: ComboboxOption) => {
    onChange(option);
    setOpen(false);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <div className={cx('relative flex min-w-0', className)}>
        <Popover.Trigger
          type="button"
          role="combobox"
          aria-expanded={open}
          disabled={disabled}
          className={cx(
            controlClasses,
            toolbar ? 'border-line hover:bg-sunken' : 'border-edge',
            'inline-flex h-8 w-full items-center gap-2 px-2 text-left',
            clearable && value && 'pr-9',
          )}
          {...aria}
        >
          <span className={cx('mr-auto truncate', !value && 'text-muted')}>{value?.label ?? placeholder}</span>
          {!(clearable && value) && <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />}
        </Popover.Trigger>
        {clearable && value && (
          <IconButton icon={X} label={t('clear')} onClick={() => onChange(null)} className="absolute right-0" />
        )}
      </div>
      <PopoverPanel className="w-(--radix-popover-trigger-width) min-w-64">
        <Results {...{ search, searchKey, value, choose, placeholder }} />
      </PopoverPanel>
    </Popover.Root>
  );
}

type ResultsProps = Pick<ComboboxProps, 'search' | 'searchKey' | 'value' | 'placeholder'> & {
  choose: (option: ComboboxOption) => void;
};

function Results({ search, searchKey, value, choose, placeholder }: ResultsProps) {
  const t = useTranslations('ui');
  const [text, setText] = useState('');
  const { list, command } = useFirstSelected();
  const settled = useDebounced(text.trim());
  const query = useQuery({
    queryKey: ['combobox', searchKey, settled],
    queryFn: ({ signal }) => search(settled, signal),
    placeholderData: (previous) => previous,
  });
  return (
    <Command shouldFilter={false} label={placeholder} {...command}>
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder={t('typeToSearch')}
        className="h-9 w-full border-b bg-transparent px-3 outline-none max-md:text-lg"
      />
      <Command.List ref={list} className={cx('max-h-72 overflow-y-auto p-1', query.isFetching && 'opacity-60')}>
        {query.isPending && (
          <Command.Loading className="px-2 py-3 text-sm text-muted">{t('searching')}</Command.Loading>
        )}
        {query.isError && <ErrorState error={query.error} onRetry={query.refetch} compact />}
        {query.data?.length === 0 && <p className="px-2 py-3 text-sm text-muted">{t('nothingFound')}</p>}
        {query.data?.map((option) => (
          <Command.Item
            key={option.value}
            value={option.value}
            onSelect={() => choose(option)}
            className="flex min-h-8 items-center gap-2 rounded px-2 py-1 data-[selected=true]:bg-sunken max-md:min-h-11"
          >
            <Check aria-hidden className={cx('size-4 shrink-0', option.value !== value?.value && 'invisible')} />
            <span className="min-w-0">
              <span className="block truncate">{option.label}</span>
              {option.note && <span className="block truncate text-xs text-muted">{option.note}</span>}
            </span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}
