'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { setRoles } from '@/lib/accounts/client';
import { Role, type User } from '@/lib/accounts/schema';

/** Every role: whether the person has it, what it opens, and the way to give or take it. */
export function PersonRoles({ user, isMe }: { user: User; isMe: boolean }) {
  const t = useTranslations('people');
  const [turning, setTurning] = useState<Role | null>(null);
  return (
    <section>
      <h3 className="text-sm font-medium">{t('roles')}</h3>
      <ul className="mt-1 divide-y">
        {Role.options.map((role) => (
          <RoleRow key={role} role={role} held={user.roles.includes(role)} onTurn={() => setTurning(role)} />
        ))}
      </ul>
      <TurnRoleDialog user={user} isMe={isMe} role={turning} onClose={() => setTurning(null)} />
    </section>
  );
}

function RoleRow({ role, held, onTurn }: { role: Role; held: boolean; onTurn: () => void }) {
  const t = useTranslations('people');
  const names = useTranslations('roles');
  const name = names(`${role}.name`);
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="mr-auto min-w-0">
        <p className="flex items-center gap-2">
          {name}
          {held && role !== 'member' && <Badge tone="good">{t('held')}</Badge>}
        </p>
        <p className="text-sm text-muted">{names(`${role}.may`)}</p>
      </div>
      {role === 'member' ? (
        <span className="text-sm whitespace-nowrap text-muted">{t('always')}</span>
      ) : (
        <Button size="small" onClick={onTurn} aria-label={`${name}: ${t(held ? 'take' : 'give')}`}>
          {t(held ? 'take' : 'give')}
        </Button>
      )}
    </li>
  );
}

type TurnRoleDialogProps = { user: User; isMe: boolean; role: Role | null; onClose: () => void };

function TurnRoleDialog({ user, isMe, role, onClose }: TurnRoleDialogProps) {
  const t = useTranslations('people');
  const names = useTranslations('roles');
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (roles: Role[]) => setRoles(user.id, roles),
    onSuccess: async () => {
      await Promise.all(['users', 'role-requests', 'me'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      toast.success(t('rolesSaved'));
      onClose();
    },
  });
  const held = role !== null && user.roles.includes(role);
  const turn = () => {
    if (role) save.mutate(held ? user.roles.filter((other) => other !== role) : [...user.roles, role]);
  };
  const words = role ? { name: user.name ?? user.email, role: names(`${role}.name`) } : { name: '', role: '' };
  const may = role ? names(`${role}.may`) : '';
  return (
    <ConfirmDialog
      open={role !== null}
      onOpenChange={() => {
        save.reset();
        onClose();
      }}
      title={t(held ? 'takeTitle' : 'giveTitle', words)}
      confirm={t(held ? 'takeRole' : 'giveRole')}
      danger={held}
      busy={save.isPending}
      error={save.error}
      onConfirm={turn}
    >
      <p>{t(held ? 'takeNote' : 'giveNote', { may })}</p>
      {isMe && held && role === 'admin' && <p>{t('selfNote')}</p>}
    </ConfirmDialog>
  );
}
