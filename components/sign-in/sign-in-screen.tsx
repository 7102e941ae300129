import { useTranslations } from 'next-intl';
import { StandalonePage } from '@/components/frame/standalone-page';
import type { DemoPerson } from '@/lib/accounts/schema';
import { DemoPeople } from './demo-people';
import { GoogleButton } from './google-button';
import { SignInError } from './sign-in-error';

type SignInScreenProps = {
  google: boolean;
  demo: boolean;
  people: readonly DemoPerson[];
  /** A path of our own. */
  callbackUrl: string;
  /** The code that next-auth put into the address. */
  error: string | null;
};

/** The way in: Google, or in the demo one of its people. */
export function SignInScreen({ google, demo, people, callbackUrl, error }: SignInScreenProps) {
  const t = useTranslations('signIn');
  return (
    <StandalonePage title={t('title')} note={demo ? t('demoNote') : t('note')}>
      {error && <SignInError code={error} />}
      {google && <GoogleButton callbackUrl={callbackUrl} />}
      {demo && <DemoPeople people={people} callbackUrl={callbackUrl} />}
      {!google && !demo && <p className="text-sm text-muted">{t('noWay')}</p>}
    </StandalonePage>
  );
}
