import { Lock } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { buttonClasses } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { pageActor } from '@/lib/http/page-actor';

/** For whoever is signed in but lacks the role: says what they can do instead. */
export default async function Forbidden() {
  const t = await getTranslations('pages');
  const names = await getTranslations('roles');
  const { roles } = await pageActor();
  const list = roles.map((role) => names(`${role}.name`)).join(', ');
  return (
    <div className="py-10">
      <EmptyState
        wholePage
        icon={Lock}
        title={t('forbiddenTitle')}
        action={
          <Link href="/account" className={buttonClasses('primary', 'medium')}>
            {t('toAccount')}
          </Link>
        }
      >
        <p>{roles.length > 0 ? t('forbiddenRoles', { roles: list }) : t('forbiddenNoRoles')}</p>
        <p>{t('forbiddenRemedy')}</p>
      </EmptyState>
    </div>
  );
}
