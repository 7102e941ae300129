'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ErrorState } from '@/components/ui/error-state';
import { SkeletonLines } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import { revokeSession, revokeSessionsOf, userSessionsQuery } from '@/lib/accounts/client';
import type { Sessions, User } from '@/lib/accounts/schema';

type Session = Sessions['items'][number];
type Ending = Session | 'all';

/** Where a person is signed in; one browser can be signed out, or all. */
export function PersonSessions({ user }: { user: User }) {
  const t = useTranslations('people');
  const query = useQuery(userSessionsQuery(user.id, { limit: 200 }));
  const [ending, setEnding] = useState<Ending | null>(null);
  const sessions = query.data?.items;
  return (
    <section>
      <div className="flex min-h-7 items-center justify-between gap-4">
        <h3 className="text-sm font-medium">{t('sessions')}</h3>
        {sessions && sessions.length > 0 && (
          <Button size="small" onClick={() => setEnding('all')}>
            {t('endAll')}
          </Button>
        )}
      </div>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} compact />}
      {query.isPending && <SkeletonLines lines={2} />}
      {sessions?.length === 0 && <p className="text-sm text-muted">{t('sessionsNone')}</p>}
      <ul className="mt-1 divide-y">
        {sessions?.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => setEnding(session)} />
        ))}
      </ul>
      <EndDialog user={user} count={sessions?.length ?? 0} ending={ending} onClose={() => setEnding(null)} />
    </section>
  );
}

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const t = useTranslations('people');
  return (
    <li className="flex items-center gap-3 py-2">
      <span className="mr-auto min-w-0">
        {t.rich('from', { at: () => <Time at={session.createdAt} /> })}
        <span className="block text-xs text-muted">
          {t.rich('until', { at: () => <Time at={session.expiresAt} /> })}
        </span>
      </span>
      {session.current ? (
        <Badge tone="accent">{t('thisBrowser')}</Badge>
      ) : (
        <Button size="small" onClick={onEnd}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}

type EndDialogProps = { user: User; count: number; ending: Ending | null; onClose: () => void };

function EndDialog({ user, count, ending, onClose }: EndDialogProps) {
  const t = useTranslations('people');
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: async (target: Ending) => {
      if (target === 'all') return (await revokeSessionsOf(user.id)).revoked;
      await revokeSession(target.id);
      return null;
    },
    onSuccess: async (ended) => {
      await client.invalidateQueries({ queryKey: ['users'] });
      toast.success(ended === null ? t('ended') : t('endedAll', { count: ended }));
      onClose();
    },
  });
  const all = ending === 'all';
  return (
    <ConfirmDialog
      open={ending !== null}
      onOpenChange={() => {
        end.reset();
        onClose();
      }}
      title={all ? t('endAllTitle', { name: user.name ?? user.email }) : t('endTitle')}
      confirm={all ? t('endAll') : t('end')}
      busy={end.isPending}
      error={end.error}
      onConfirm={() => ending && end.mutate(ending)}
    >
      <p>{all ? t('endAllNote', { count }) : t('endNote')}</p>
    </ConfirmDialog>
  );
}
