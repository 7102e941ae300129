'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { beginGoogleSignIn } from '@/lib/accounts/client';

/** Leaves for Google, which leads back to `callbackUrl`. */
export function GoogleButton({ callbackUrl }: { callbackUrl: string }) {
  const t = useTranslations('signIn');
  const begin = useMutation({
    mutationFn: () => beginGoogleSignIn(callbackUrl),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  return (
    <div className="flex flex-col gap-3">
      {begin.error && <ErrorState error={begin.error} compact />}
      <Button className="h-10" busy={begin.isPending || begin.isSuccess} onClick={() => begin.mutate()}>
        {!begin.isPending && !begin.isSuccess && <GoogleMark />}
        {t('google')}
      </Button>
    </div>
  );
}

/** Google's own mark in its own colours, as its brand rules want it. */
function GoogleMark() {
  return (
    <svg viewBox="0 0 18 18" aria-hidden="true" className="size-[18px]">
      <path
        fill="#4285F4"
        d="M17.64 9.2c0-.64-.06-1.25-.16-1.84H9v3.48h4.84a4.14 4.14 0 0 1-1.8 2.72v2.26h2.92a8.78 8.78 0 0 0 2.68-6.62Z"
      />
      <path
        fill="#34A853"
        d="M9 18c2.43 0 4.47-.8 5.96-2.18l-2.92-2.26c-.8.54-1.84.86-3.04.86-2.34 0-4.32-1.58-5.03-3.7H.96v2.33A9 9 0 0 0 9 18Z"
      />
      <path fill="#FBBC05" d="M3.97 10.72a5.4 5.4 0 0 1 0-3.44V4.95H.96a9 9 0 0 0 0 8.1l3.01-2.33Z" />
      <path
        fill="#EA4335"
        d="M9 3.58c1.32 0 2.5.45 3.44 1.35l2.58-2.59A9 9 0 0 0 .96 4.95l3.01 2.33C4.68 5.16 6.66 3.58 9 3.58Z"
      />
    </svg>
  );
}
