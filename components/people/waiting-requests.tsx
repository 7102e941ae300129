'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import { useProblemText } from '@/components/use-problem-text';
import { declineRoleRequest, grantRoleRequest, waitingRequestsQuery } from '@/lib/accounts/client';
import type { WaitingRequests as Waiting } from '@/lib/accounts/schema';

type WaitingRequest = Waiting['items'][number];

const LIST = waitingRequestsQuery({ limit: 200 });

/** Who asks for a role, the oldest first; nothing at all while nobody does. */
export function WaitingRequests({ onOpen }: { onOpen: (userId: number) => void }) {
  const t = useTranslations('people');
  const query = useQuery(LIST);
  if (!query.error && !query.data?.items.length) return null;
  return (
    <Panel title={t('waiting')} query={query} flush>
      {({ items }) => (
        <ul className="divide-y border-t">
          {items.map((request) => (
            <Asked key={request.id} request={request} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Asked({ request, onOpen }: { request: WaitingRequest; onOpen: (userId: number) => void }) {
  const t = useTranslations('people');
  const names = useTranslations('roles');
  const decide = useDecision(request);
  const name = request.userName ?? request.userEmail;
  const role = names(`${request.role}.name`);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="mr-auto min-w-0">
        <p>
          <button type="button" onClick={() => onOpen(request.userId)} className="rounded font-medium hover:underline">
            {name}
          </button>
          <span className="ml-2">{t('asksFor', { role })}</span>
        </p>
        <p className="text-sm text-muted">
          {request.userEmail} · <Time at={request.createdAt} />
        </p>
        {request.note !== '' && <p className="mt-1 max-w-prose text-sm whitespace-pre-line">{request.note}</p>}
      </div>
      <Button
        size="small"
        aria-label={t('declineOf', { name, role })}
        busy={decide.isPending && decide.variables === 'declined'}
        disabled={decide.isPending}
        onClick={() => decide.mutate('declined')}
      >
        {t('decline')}
      </Button>
      <Button
        size="small"
        aria-label={t('grantTo', { name, role })}
        busy={decide.isPending && decide.variables === 'granted'}
        disabled={decide.isPending}
        onClick={() => decide.mutate('granted')}
      >
        {t('grant')}
      </Button>
    </li>
  );
}

/** Answers a request and says what became of it; another admin may have been first. */
function useDecision({ id, role, userName, userEmail }: WaitingRequest) {
  const t = useTranslations('people');
  const names = useTranslations('roles');
  const problemText = useProblemText();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: 'granted' | 'declined') =>
      decision === 'granted' ? grantRoleRequest(id) : declineRoleRequest(id),
    onSuccess: (_, decision) =>
      void toast.success(t(decision, { name: userName ?? userEmail, role: names(`${role}.name`) })),
    onError: (error) => {
      const { title, detail } = problemText(error);
      toast.error(title, { description: detail });
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['role-requests'] }),
        client.invalidateQueries({ queryKey: ['users'] }),
      ]),
  });
}
