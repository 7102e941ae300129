'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import type { ApiKey } from '@/lib/accounts/schema';

export type KeyVerb = 'open' | 'edit' | 'revoke';

/** What can be done with a key; a revoked one can only be looked at. */
export function KeyActions({ apiKey, onAct }: { apiKey: ApiKey; onAct: (verb: KeyVerb) => void }) {
  const t = useTranslations('keys');
  const revoked = apiKey.revokedAt !== null;
  return (
    <Menu
      items={[
        { label: t('open'), onSelect: () => onAct('open') },
        { label: t('edit'), onSelect: () => onAct('edit'), disabled: revoked },
        'separator',
        { label: t('revoke'), onSelect: () => onAct('revoke'), disabled: revoked, danger: true },
      ]}
    >
      <IconButton icon={Ellipsis} label={t('actionsOf', { name: apiKey.name })} />
    </Menu>
  );
}
