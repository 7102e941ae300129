import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Logo } from '@/components/frame/logo';
import { LanguageControl, ThemeControl } from '@/components/frame/preference-controls';
import { LinkButton } from '@/components/ui/link-button';

/** Says what the page is for, and leads into the back office where the figures are. */
export function DemoHeader() {
  const t = useTranslations('demo');
  return (
    <header className="flex flex-col gap-4 py-6">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-4">
        <Link href="/" className="mr-auto flex items-center gap-2 rounded text-lg font-semibold tracking-tight">
          <Logo />
          Boxoffice
        </Link>
        <div className="flex flex-wrap gap-2">
          <ThemeControl />
          <LanguageControl />
        </div>
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <div className="mr-auto max-w-prose min-w-0">
          <h1 className="text-xl font-semibold tracking-tight">{t('title')}</h1>
          <p className="text-muted">{t('note')}</p>
        </div>
        <LinkButton href="/overview">{t('toOverview')}</LinkButton>
      </div>
    </header>
  );
}
