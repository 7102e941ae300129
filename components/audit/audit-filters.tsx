'use client';

import { X } from 'lucide-react';
import { useMessages, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { FilterSelect } from '@/components/ui/filter-select';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { useDebounced } from '@/components/use-debounced';
import { useAuditWords } from './use-audit-words';

type Search = { action: string | null; kind: string | null; id: string | null };

type AuditFiltersProps = { search: Search; onSearch: (next: Partial<Search>) => void; onClear: () => void };

/** Narrows the log to an action, to a kind of thing, or to the history of one thing. */
export function AuditFilters({ search, onSearch, onClear }: AuditFiltersProps) {
  const t = useTranslations('audit');
  const words = useAuditWords();
  const kinds: Record<string, string> = useMessages().audit.subjectKinds;
  const actions = words.actions.map((action) => ({ value: action, label: words.actionName(action) }));
  const subjects = Object.entries(kinds).map(([value, label]) => ({ value, label }));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <FilterSelect
        label={t('filterAction')}
        all={t('allActions')}
        options={withUnknown(actions, search.action)}
        value={search.action}
        onChange={(action) => onSearch({ action })}
      />
      <FilterSelect
        label={t('filterSubject')}
        all={t('allSubjects')}
        options={withUnknown(subjects, search.kind)}
        value={search.kind}
        onChange={(kind) => onSearch({ kind, id: null })}
      />
      {search.kind && <SubjectId key={search.kind} id={search.id} onId={(id) => onSearch({ id })} />}
      {(search.action || search.kind) && <IconButton icon={X} label={t('clearFilters')} onClick={onClear} />}
    </div>
  );
}

type Option = { value: string; label: string };

/** A link may name what has no name here yet. */
function withUnknown(options: Option[], value: string | null): Option[] {
  const known = value === null || options.some((option) => option.value === value);
  return known ? options : [...options, { value, label: value }];
}

/** Typed at leisure, asked once; follows the address when it changes by other means. */
function SubjectId({ id, onId }: { id: string | null; onId: (id: string | null) => void }) {
  const t = useTranslations('audit');
  const [text, setText] = useState(id ?? '');
  const [seen, setSeen] = useState(id);
  const settled = useDebounced(text.trim(), 300);
  if (seen !== id) {
    setSeen(id);
    if ((id ?? '') !== text.trim()) setText(id ?? '');
  }
  useEffect(() => {
    if (settled === text.trim() && settled !== (id ?? '')) onId(settled || null);
  }, [settled, text, id, onId]);
  return (
    <div className="w-28">
      <Input
        aria-label={t('subjectId')}
        placeholder="ID"
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="border-line"
        spellCheck={false}
        autoComplete="off"
      />
    </div>
  );
}
