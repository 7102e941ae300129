import { useTranslations } from 'next-intl';
import { Guide } from './guide';

/** How to begin, and what all operations have in common. */
export function DocsScreen({ quickStart }: { quickStart: string }) {
  const t = useTranslations('docs');
  return (
    <>
      <header className="flex flex-col gap-1">
        <h1 className="text-xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="max-w-prose text-muted">{t('note')}</p>
      </header>
      <section aria-label={t('quickStart')} className="flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{t('quickStart')}</h2>
        <Guide>{quickStart}</Guide>
      </section>
      <section className="flex max-w-prose flex-col gap-2">
        <h2 className="text-lg font-semibold">{t('common')}</h2>
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {(['lists', 'refusals', 'limits', 'idempotency', 'formats'] as const).map((rule) => (
            <li key={rule}>{t(`rules.${rule}`)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
