import { MapPinOff } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonClasses } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** An address that leads nowhere. */
export function NothingHere() {
  const t = useTranslations('pages');
  return (
    <EmptyState
      wholePage
      icon={MapPinOff}
      title={t('notFoundTitle')}
      action={
        <Link href="/" className={buttonClasses('secondary', 'medium')}>
          {t('toHome')}
        </Link>
      }
    >
      {t('notFoundRemedy')}
    </EmptyState>
  );
}
