import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';

// Codes that next-auth and our own callbacks put into the address, by what they mean for the person.
const MEANINGS = {
  AccessDenied: 'denied',
  EmailNotVerified: 'emailNotVerified',
  OAuthAccountNotLinked: 'otherAccount',
  OAuthSignin: 'provider',
  OAuthCallback: 'provider',
  OAuthCreateAccount: 'provider',
  Callback: 'provider',
  Configuration: 'configuration',
  SessionRequired: 'sessionRequired',
} as const;

const isKnown = (code: string): code is keyof typeof MEANINGS => Object.hasOwn(MEANINGS, code);

/** Why the last try did not end in a session, and what to do. */
export function SignInError({ code }: { code: string }) {
  const t = useTranslations('signIn.errors');
  return (
    <p role="alert" className="flex gap-2 rounded bg-bad-soft px-3 py-2 text-sm">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
      {t(isKnown(code) ? MEANINGS[code] : 'other')}
    </p>
  );
}
