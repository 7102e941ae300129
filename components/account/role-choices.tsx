'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useFormat } from '@/components/use-format';
import { AskedRole, type Me, Role } from '@/lib/accounts/schema';
import { AskRoleDialog } from './ask-role-dialog';

/** Every role: what it may do, whether I have it, and how to ask for it. */
export function RoleChoices({ me }: { me: Me }) {
  const [asking, setAsking] = useState<AskedRole | null>(null);
  return (
    <>
      <ul className="divide-y border-t">
        {Role.options.map((role) => (
          <RoleChoice key={role} role={role} me={me} onAsk={setAsking} />
        ))}
      </ul>
      <AskRoleDialog role={asking} onClose={() => setAsking(null)} />
    </>
  );
}

type RoleChoiceProps = { role: Role; me: Me; onAsk: (role: AskedRole) => void };

function RoleChoice({ role, me, onAsk }: RoleChoiceProps) {
  const t = useTranslations('account');
  const names = useTranslations('roles');
  const format = useFormat();
  const held = me.roles.includes(role);
  const asked = AskedRole.options.find((candidate) => candidate === role);
  const requests = me.roleRequests.filter((request) => request.role === role);
  const waiting = requests.find((request) => request.state === 'waiting');
  const declined = requests.find((request) => request.state === 'declined');
  return (
    <li className="flex items-center gap-4 px-4 py-3">
      <div className="mr-auto min-w-0">
        <p className="font-medium">{names(`${role}.name`)}</p>
        <p className="text-sm text-muted">{names(`${role}.may`)}</p>
        {!held && waiting && (
          <p className="text-sm text-muted">{t('askedAt', { at: format.dateTime(waiting.createdAt) })}</p>
        )}
        {!held && !waiting && declined?.decidedAt && (
          <p className="text-sm text-muted">{t('declinedAt', { at: format.dateTime(declined.decidedAt) })}</p>
        )}
      </div>
      {held && <Badge tone="good">{t('held')}</Badge>}
      {!held && waiting && <Badge tone="warn">{t('waiting')}</Badge>}
      {!held && !waiting && asked && (
        <Button size="small" onClick={() => onAsk(asked)} aria-label={t('askFor', { role: names(`${role}.name`) })}>
          {declined ? t('askAgain') : t('ask')}
        </Button>
      )}
    </li>
  );
}
