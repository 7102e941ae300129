'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Panel } from '@/components/ui/panel';
import { Time } from '@/components/ui/time';
import { revokeSession, userSessionsQuery } from '@/lib/accounts/client';
import type { Me, Sessions } from '@/lib/accounts/schema';

/** Where I am signed in, for those whose roles let them read sessions; they may end the others too. */
export function MySessions({ me }: { me: Me }) {
  const t = useTranslations('account');
  const question = userSessionsQuery(me.id);
  const sessions = useQuery(question);
  const client = useQueryClient();
  const [ending, setEnding] = useState<Sessions['items'][number] | null>(null);
  const end = useMutation({
    mutationFn: revokeSession,
    onSuccess: async () => {
      await client.invalidateQueries(question);
      setEnding(null);
    },
  });
  const mayEnd = me.scopes.includes('accounts:write');
  return (
    <Panel title={t('sessions')} note={t('sessionsNote')} query={sessions} flush>
      {({ items }) => (
        <>
          <ul className="divide-y border-t">
            {items.map((session) => (
              <li key={session.id} className="flex min-h-12 items-center gap-4 px-4 py-2">
                <span className="mr-auto">
                  {t.rich('since', { at: () => <Time at={session.createdAt} /> })}
                  <span className="block text-xs text-muted">
                    {t.rich('until', { at: () => <Time at={session.expiresAt} /> })}
                  </span>
                </span>
                {session.current && <Badge tone="accent">{t('thisBrowser')}</Badge>}
                {!session.current && mayEnd && (
                  <Button size="small" onClick={() => setEnding(session)}>
                    {t('endSession')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <ConfirmDialog
            open={ending !== null}
            onOpenChange={() => setEnding(null)}
            title={t('endSessionTitle')}
            confirm={t('endSession')}
            busy={end.isPending}
            error={end.error}
            onConfirm={() => ending && end.mutate(ending.id)}
          >
            {t('endSessionNote')}
          </ConfirmDialog>
        </>
      )}
    </Panel>
  );
}
