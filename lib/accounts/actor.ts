import type { Role } from './schema';

/** Who asks: a person with a browser session, a program with an API key, or Boxoffice itself. */
export type Actor = UserActor | KeyActor | SystemActor;

export type UserActor = {
  kind: 'user';
  id: number;
  sessionId: number;
  name: string;
  email: string;
  memberId: string;
  roles: Role[];
};

export type KeyActor = {
  kind: 'key';
  id: number;
  name: string;
  keyKind: 'secret' | 'publishable';
  scopes: string[];
  /** Empty: any origin. */
  allowedOrigins: string[];
  requestsPerSecond: number;
  burst: number;
};

export type SystemActor = { kind: 'system'; id: null; name: string };

export const SYSTEM: SystemActor = { kind: 'system', id: null, name: 'Boxoffice' };

/** Who changes something, in which request, and when: what every change of an admin is signed with. */
export type By = { actor: Actor; requestId: string; now: Date };
