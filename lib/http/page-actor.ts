import { cookies, headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import type { UserActor } from '@/lib/accounts/actor';
import { findSessionActor } from '@/lib/accounts/find-session-actor';
import type { Role } from '@/lib/accounts/schema';
import { SESSION_COOKIES } from '@/lib/accounts/session-cookie';
import { callbackPath } from './callback-path';
import { PATH_HEADER } from './path-header';

/** Who looks at this page. Without a session it leads to sign-in, and from there back here. */
export async function pageActor(): Promise<UserActor> {
  const actor = await findPageActor();
  if (actor) return actor;
  const here = callbackPath((await headers()).get(PATH_HEADER));
  redirect(here === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ callbackUrl: here })}`);
}

/** For pages of admins: anybody else who is signed in sees what they can do instead (`app/(app)/forbidden.tsx`). */
export async function requireAdminPage(): Promise<UserActor> {
  return requireRolePage('admin');
}

/** For pages of whoever has one of these roles. */
export async function requireRolePage(...roles: Role[]): Promise<UserActor> {
  const actor = await pageActor();
  if (!roles.some((role) => actor.roles.includes(role))) forbidden();
  return actor;
}

/** Who looks at this page, or null; asked once a request, however many parts of the page want to know. */
export const findPageActor = cache(async (): Promise<UserActor | null> => {
  const jar = await cookies();
  const token = SESSION_COOKIES.map((name) => jar.get(name)?.value).find(Boolean);
  return token ? findSessionActor(token) : null;
});
