'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { PrivacyActions } from '@/components/account/privacy-actions';
import { toast } from '@/components/ui/toast';
import type { User } from '@/lib/accounts/schema';

/** What an admin does when a person asks for their data, or to be forgotten. */
export function PersonPrivacy({ user }: { user: User }) {
  const t = useTranslations('privacy');
  const client = useQueryClient();
  const told = async () => {
    toast.success(t('erased'));
    await client.invalidateQueries();
  };
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{t('title')}</h3>
      <PrivacyActions memberId={user.memberId} onErased={() => void told()} />
    </section>
  );
}
