'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Fact, Facts } from '@/components/operations/facts';
import { ErrorState } from '@/components/ui/error-state';
import { LinkButton } from '@/components/ui/link-button';
import { Sheet } from '@/components/ui/sheet';
import { SkeletonLines } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { userQuery } from '@/lib/accounts/client';
import type { User } from '@/lib/accounts/schema';
import { MemberIdForm } from './member-id-form';
import { PersonPrivacy } from './person-privacy';
import { PersonRoles } from './person-roles';
import { PersonSessions } from './person-sessions';

type PersonSheetProps = { userId: number | null; myId: number; onClose: () => void };

/** One person: roles, member id, and where they are signed in. */
export function PersonSheet({ userId, myId, onClose }: PersonSheetProps) {
  const query = useQuery({ ...userQuery(userId ?? 0), enabled: userId !== null });
  const user = userId === null ? undefined : query.data;
  return (
    <Sheet
      open={userId !== null}
      onOpenChange={onClose}
      title={user ? (user.name ?? user.email) : ''}
      {...(user?.name && { description: user.email })}
    >
      {user ? (
        <Person key={user.id} user={user} isMe={user.id === myId} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} busy={query.isFetching} />
      ) : (
        <SkeletonLines lines={6} />
      )}
    </Sheet>
  );
}

function Person({ user, isMe }: { user: User; isMe: boolean }) {
  const t = useTranslations('people');
  return (
    <div className="flex flex-col gap-6">
      <Facts>
        <Fact name={t('since')}>
          <Time at={user.createdAt} />
        </Fact>
        <Fact name={t('lastSession')}>{user.lastSessionAt ? <Time at={user.lastSessionAt} /> : t('signedOut')}</Fact>
      </Facts>
      <PersonRoles user={user} isMe={isMe} />
      <MemberIdForm user={user} />
      <PersonSessions user={user} />
      <PersonPrivacy user={user} />
      <LinkButton className="self-start" href={`/audit?kind=user&id=${user.id}`}>
        {t('history')}
      </LinkButton>
    </div>
  );
}
