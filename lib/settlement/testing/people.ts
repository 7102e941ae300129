import { makeUser, signedIn } from '@/db/builders/people';
import { bearer } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';

/** Two creators, an admin, a member and a program that reads settlements, with what each sends along. */
export async function makePeople() {
  const ann = await makeUser(db(), { email: 'ann@example.com', name: 'Ann', roles: ['creator'] });
  const bob = await makeUser(db(), { email: 'bob@example.com', name: 'Bob', roles: ['creator'] });
  const boss = await makeUser(db(), { email: 'boss@example.com', roles: ['admin'] });
  const member = await makeUser(db(), { email: 'm@example.com' });
  return {
    annId: ann.id,
    bobId: bob.id,
    key: { authorization: (await bearer(['settlements:read'])).authorization },
    ann: await signedIn(db(), ann.id),
    bob: await signedIn(db(), bob.id),
    boss: await signedIn(db(), boss.id),
    member: await signedIn(db(), member.id),
  };
}
