import type { UserActor } from './actor';

export async function findSessionActor(_token: string): Promise<UserActor | null> {
  return null;
}
