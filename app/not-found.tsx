import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { StandalonePage } from '@/components/frame/standalone-page';
import { buttonClasses } from '@/components/ui/button';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages'))('notFoundTitle') };
}

export default async function NotFound() {
  const t = await getTranslations('pages');
  return (
    <StandalonePage title={t('notFoundTitle')} note={t('notFoundRemedy')}>
      <Link href="/" className={buttonClasses('primary', 'medium', 'w-fit')}>
        {t('toHome')}
      </Link>
    </StandalonePage>
  );
}
