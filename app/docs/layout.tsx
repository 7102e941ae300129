import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DocsFrame } from '@/components/docs/docs-frame';
import { apiOperations } from './api-operations';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('docs'))('title') };
}

export default function DocsLayout({ children }: { children: ReactNode }) {
  const links = apiOperations().map(({ id, tag, method, path, summary }) => ({ id, tag, method, path, summary }));
  return <DocsFrame links={links}>{children}</DocsFrame>;
}
