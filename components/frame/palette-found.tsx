'use client';

import { useQueries } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useProblemText } from '@/components/use-problem-text';
import type { Role } from '@/lib/accounts/schema';
import type { Then } from './command-palette';
import { PaletteGroup, PaletteItem, PaletteNote } from './palette-item';
import { PALETTE_SOURCES } from './palette-sources';

/** What the sources of these roles found for the text. */
export function PaletteFound({ text, roles, then }: { text: string; roles: readonly Role[]; then: Then }) {
  const t = useTranslations('palette');
  const problemText = useProblemText();
  const router = useRouter();
  const sources = PALETTE_SOURCES.filter((source) => source.roles.some((role) => roles.includes(role)));
  const results = useQueries({
    queries: sources.map((source) => ({
      queryKey: ['palette', source.id, text],
      queryFn: ({ signal }: { signal: AbortSignal }) => source.search(text, signal),
      enabled: text !== '',
    })),
  });
  return sources.map((source, index) => {
    const result = results[index];
    if (!result || text === '') return null;
    return (
      <PaletteGroup key={source.id} heading={t(`found.${source.id}`)}>
        {result.isPending && <PaletteNote>{t('searching')}</PaletteNote>}
        {result.error && <PaletteNote>{problemText(result.error).title}</PaletteNote>}
        {result.data?.map((found) => (
          <PaletteItem
            key={found.id}
            // The server found it; the palette must not sort it out again.
            value={`${source.id} ${found.id}`}
            keywords={[text]}
            onSelect={then(() => router.push(found.href))}
          >
            {found.label}
            {found.note && <span className="ml-2 text-sm text-muted">{found.note}</span>}
          </PaletteItem>
        ))}
      </PaletteGroup>
    );
  });
}
