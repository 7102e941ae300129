import { makeUser, signedIn } from '@/db/builders/people';
import { PUBLISHABLE_SCOPES, type Scope } from '@/lib/accounts/scopes';
import { db } from '@/lib/platform/database';
import { bearer } from './call';
import type { Owner } from './things';

export const ROLES = ['member', 'creator', 'advertiser', 'admin'] as const;
export type RoleOfCast = (typeof ROLES)[number];

/** A person with a role, and the headers of their browser. */
export type Person = Owner & { headers: Record<string, string> };

/** One person for each role. Ids begin far up, so that small ones name somebody else. */
export async function makeCast(): Promise<Record<RoleOfCast, Person>> {
  for (const sequence of ['users_id_seq', 'sessions_id_seq', 'api_keys_id_seq'])
    await db().$client.query(`select setval($1, 100000)`, [sequence]);
  const [member, creator, advertiser, admin] = await Promise.all([
    person('member'),
    person('creator'),
    person('advertiser'),
    person('admin'),
  ]);
  return { member, creator, advertiser, admin };
}

async function person(role: RoleOfCast): Promise<Person> {
  const { id, memberId } = await makeUser(db(), {
    email: `${role}@cast.example`,
    memberId: `cast-${role}`,
    roles: [role],
  });
  return { id, memberId, headers: await signedIn(db(), id) };
}

/** Headers of a program with these scopes. */
export async function secretKey(scopes: readonly (Scope | '*')[]): Promise<Record<string, string>> {
  const { authorization } = await bearer([...scopes]);
  return { authorization };
}

/** Headers of a page with all that a publishable key may hold. */
export async function publishableKey(): Promise<Record<string, string>> {
  const { authorization } = await bearer([...PUBLISHABLE_SCOPES], 'publishable');
  return { authorization };
}
