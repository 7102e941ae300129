'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Combobox } from '@/components/ui/combobox';
import { contentQuery, listContents } from '@/lib/content/client';

type ContentPickerProps = { value: number | null; onChange: (contentId: number | null) => void };

/** Narrows the whole page to one content, found by its title or id. */
export function ContentPicker({ value, onChange }: ContentPickerProps) {
  const t = useTranslations('overview');
  const chosen = useQuery({ ...contentQuery(value ?? 0), enabled: value !== null });
  const option = value === null ? null : { value: String(value), label: chosen.data?.title ?? `#${value}` };
  const search = async (text: string, signal: AbortSignal) => {
    const { items } = await listContents({ search: text, limit: 20 }, signal);
    return items.map((content) => ({
      value: String(content.id),
      label: content.title,
      note: `#${content.id} · ${t(`kinds.${content.kind}`)}`,
    }));
  };
  return (
    <Combobox
      aria-label={t('content')}
      placeholder={t('allContents')}
      searchKey="contents"
      search={search}
      value={option}
      onChange={(next) => onChange(next === null ? null : Number(next.value))}
      clearable
      className="w-64 max-md:w-full"
    />
  );
}
