'use client';

import { useMutation } from '@tanstack/react-query';
import { ArrowRight, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Initial } from '@/components/frame/initial';
import { roomsOf } from '@/components/frame/rooms';
import { Badge } from '@/components/ui/badge';
import { CodeLine } from '@/components/ui/code-line';
import { ErrorState } from '@/components/ui/error-state';
import { signInAsDemoPerson } from '@/lib/accounts/client';
import type { DemoPerson } from '@/lib/accounts/schema';

type DemoPeopleProps = { people: readonly DemoPerson[]; callbackUrl: string };

/** The people of the demo: one press signs in as one of them. */
export function DemoPeople({ people, callbackUrl }: DemoPeopleProps) {
  const t = useTranslations('signIn');
  const signIn = useMutation({
    mutationFn: (person: DemoPerson) => signInAsDemoPerson(person.userId, callbackUrl),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  const chosen = signIn.isPending || signIn.isSuccess ? signIn.variables?.userId : undefined;
  if (people.length === 0) return <NoPeople />;
  return (
    <div className="flex flex-col gap-3">
      {signIn.error && <ErrorState error={signIn.error} compact />}
      <ul aria-label={t('people')} className="divide-y overflow-hidden rounded border bg-surface">
        {people.map((person) => (
          <li key={person.userId}>
            <Choice
              person={person}
              busy={chosen === person.userId}
              onChoose={() => chosen === undefined && signIn.mutate(person)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

type ChoiceProps = { person: DemoPerson; busy: boolean; onChoose: () => void };

function Choice({ person, busy, onChoose }: ChoiceProps) {
  const t = useTranslations('signIn');
  const roles = useTranslations('roles');
  const rooms = useTranslations('rooms');
  const sees = roomsOf(person.roles).map((room) => rooms(room.id));
  const Sign = busy ? LoaderCircle : ArrowRight;
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      onClick={onChoose}
      className="flex w-full items-center gap-3 px-4 py-3 text-left -outline-offset-2 hover:bg-sunken"
    >
      <Initial name={person.name ?? person.email} />
      <span className="mr-auto min-w-0">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{person.name ?? person.email}</span>
          {person.roles.map((role) => (
            <Badge key={role}>{roles(`${role}.name`)}</Badge>
          ))}
        </span>
        <span className="block text-sm text-muted">{t('sees', { rooms: sees.join(', ') })}</span>
      </span>
      <Sign aria-hidden className={busy ? 'size-4 shrink-0 animate-spin' : 'size-4 shrink-0 text-muted'} />
    </button>
  );
}

function NoPeople() {
  const t = useTranslations('signIn');
  return (
    <div className="flex flex-col gap-2 text-sm text-muted">
      <p>{t('noPeople')}</p>
      <CodeLine code="npm run up" />
    </div>
  );
}
