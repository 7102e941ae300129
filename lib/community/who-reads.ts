import type { Actor } from '@/lib/accounts/actor';
import { mayModerate } from './rules';

/** For whom posts are read: a person as themselves, and with what is hidden for those who may hide. */
export function whoReads(actor: Actor): { memberId: string | null; moderates: boolean } {
  return { memberId: actor.kind === 'user' ? actor.memberId : null, moderates: mayModerate(actor) };
}
