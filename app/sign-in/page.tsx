import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SignInScreen } from '@/components/sign-in/sign-in-screen';
import { listDemoPeople } from '@/lib/accounts/queries/list-demo-people';
import { signInWays } from '@/lib/accounts/sign-in-ways';
import { callbackPath } from '@/lib/http/callback-path';
import { findPageActor } from '@/lib/http/page-actor';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams;
  const path = callbackPath(callbackUrl);
  if (await findPageActor()) redirect(path);
  const { google, demo } = signInWays();
  const people = demo ? await listDemoPeople() : [];
  return (
    <SignInScreen {...{ google, demo, people }} callbackUrl={path} error={typeof error === 'string' ? error : null} />
  );
}
