import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Logo } from '@/components/frame/logo';
import { LanguageControl, ThemeControl } from '@/components/frame/preference-controls';
import { type OperationLink, OperationList } from './operation-list';

/** The API document: every operation at the side (below, on a phone), one page of it beside. */
export function DocsFrame({ links, children }: { links: OperationLink[]; children: ReactNode }) {
  const t = useTranslations('docs');
  return (
    <div className="mx-auto max-w-content px-4 pb-10 md:px-6">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b py-3">
        <Link href="/docs" className="mr-auto flex items-center gap-2 rounded font-semibold tracking-tight">
          <Logo />
          Boxoffice API
        </Link>
        <a href="/api/openapi.json" className="text-sm text-accent underline">
          openapi.json
        </a>
        <Link href="/" className="text-sm text-accent underline">
          {t('toApp')}
        </Link>
        <ThemeControl />
        <LanguageControl />
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <aside className="max-lg:order-last lg:sticky lg:top-0 lg:max-h-dvh lg:overflow-y-auto lg:py-4">
          <OperationList links={links} />
        </aside>
        <main className="flex flex-col gap-6 pt-4">{children}</main>
      </div>
    </div>
  );
}
