'use client';

import { useQuery } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/frame/page-header';
import { LanguageControl, ThemeControl } from '@/components/frame/preference-controls';
import { useSignOut } from '@/components/frame/use-sign-out';
import { PayoutAccountPanel } from '@/components/payouts/payout-account-panel';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { meQuery } from '@/lib/accounts/client';
import { MySessions } from './my-sessions';
import { PrivacyActions } from './privacy-actions';
import { Profile } from './profile';
import { RoleChoices } from './role-choices';

/** Who I am here, what I may do, how it looks. */
export function AccountScreen() {
  const t = useTranslations('account');
  const privacy = useTranslations('privacy');
  const frame = useTranslations('frame');
  const signOut = useSignOut();
  const me = useQuery(meQuery());
  return (
    <>
      <PageHeader
        title={t('title')}
        action={
          <Button icon={LogOut} onClick={signOut}>
            {frame('signOut')}
          </Button>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <Panel title={t('profile')} query={me}>
            {(data) => <Profile me={data} />}
          </Panel>
          <Panel title={privacy('title')} note={privacy('note')} query={me}>
            {({ memberId }) => (
              <PrivacyActions memberId={memberId} onErased={() => window.location.assign('/sign-in')} />
            )}
          </Panel>
          <Panel title={t('looks')} note={t('looksNote')}>
            <div className="flex flex-wrap gap-2">
              <ThemeControl />
              <LanguageControl />
            </div>
          </Panel>
        </div>
        <div className="grid gap-4">
          <Panel title={t('roles')} note={t('rolesNote')} query={me} flush>
            {(data) => <RoleChoices me={data} />}
          </Panel>
          {me.data?.roles.includes('creator') && <PayoutAccountPanel />}
          {me.data?.scopes.includes('accounts:read') && <MySessions me={me.data} />}
        </div>
      </div>
    </>
  );
}
