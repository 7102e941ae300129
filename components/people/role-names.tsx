'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { Role } from '@/lib/accounts/schema';

/** The roles that set somebody apart; being a member is said only of those who are nothing else. */
export function RoleNames({ roles }: { roles: readonly Role[] }) {
  const names = useTranslations('roles');
  const special = roles.filter((role) => role !== 'member');
  if (special.length === 0) return <span className="text-muted">{names('member.name')}</span>;
  return (
    <span className="inline-flex flex-wrap gap-1 @max-2xl:justify-end">
      {special.map((role) => (
        <Badge key={role} tone={role === 'admin' ? 'accent' : 'neutral'}>
          {names(`${role}.name`)}
        </Badge>
      ))}
    </span>
  );
}
