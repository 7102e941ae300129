'use client';

import Link from 'next/link';
import { useParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cx } from '@/components/ui/cx';
import { Input } from '@/components/ui/input';
import { MethodName } from './method-name';

export type OperationLink = { id: string; tag: string; method: string; path: string; summary: string };

/** Every operation by what it is about; narrowed to those in which each typed word occurs. */
export function OperationList({ links }: { links: OperationLink[] }) {
  const t = useTranslations('docs');
  const { operation } = useParams();
  const [typed, setTyped] = useState('');
  const found = links.filter((link) => holdsEach(link, typed));
  const tags = [...new Set(found.map(({ tag }) => tag))];
  return (
    <nav aria-label={t('operations')} className="flex flex-col gap-3">
      <Input
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status" className="text-xs text-muted">
        {t('found', { count: found.length })}
      </p>
      {tags.map((tag) => (
        <section key={tag} aria-label={tag}>
          <h2 className="px-2 pb-1 text-xs font-semibold text-muted">{tag}</h2>
          <ul>
            {found
              .filter((link) => link.tag === tag)
              .map((link) => (
                <Item key={link.id} link={link} current={link.id === operation} />
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function Item({ link, current }: { link: OperationLink; current: boolean }) {
  return (
    <li>
      <Link
        href={`/docs/${link.id}`}
        prefetch={false}
        title={link.summary}
        aria-current={current ? 'page' : undefined}
        className={cx(
          'flex items-baseline gap-2 rounded px-2 py-1 font-mono text-xs hover:bg-sunken max-lg:py-2',
          current && 'bg-accent-soft',
        )}
      >
        <MethodName method={link.method} />
        <span className="min-w-0 break-words">{link.path.replace('/api/v1', '')}</span>
      </Link>
    </li>
  );
}

function holdsEach({ method, path, summary }: OperationLink, typed: string): boolean {
  const text = `${method} ${path} ${summary}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
