import type { Actor, KeyActor } from '@/lib/accounts/actor';
import { accountErrors } from '@/lib/accounts/errors';
import { findKeyActor } from '@/lib/accounts/find-key-actor';
import { findSessionActor } from '@/lib/accounts/find-session-actor';
import { keyAllows, roleAllows, type Scope } from '@/lib/accounts/scopes';
import { sessionTokenIn } from '@/lib/accounts/session-cookie';
import type { DomainError } from '@/lib/kernel/error';
import { takeTry } from './limit';

/** One of several scopes is enough. */
type Wanted = {
  scope: Scope | readonly [Scope, ...Scope[]] | 'signed-in' | null;
  crossOrigin?: boolean;
  writes?: boolean;
};

const NOBODY: Actor = { kind: 'system', id: null, name: 'anonymous' };

/** Who asks, if they may. Throws accounts/unauthenticated, accounts/missing-scope, accounts/origin-not-allowed, accounts/cross-site, accounts/too-many-tries. */
export async function authorize(request: Request, wanted: Wanted): Promise<Actor> {
  if (wanted.scope === null) return NOBODY;
  const secret = bearerOf(request) ?? (wanted.crossOrigin ? new URL(request.url).searchParams.get('key') : null);
  const actor = secret === null ? await sessionActor(request, wanted) : await keyActor(request, secret);
  const scopes = typeof wanted.scope === 'string' ? ([wanted.scope] as const) : wanted.scope;
  if (!scopes.some((scope) => allows(actor, scope))) throw accountErrors.missingScope(scopes[0]);
  return actor;
}

function allows(actor: Actor, scope: Scope | 'signed-in'): boolean {
  if (actor.kind === 'key') return scope !== 'signed-in' && keyAllows(actor.scopes, scope);
  return actor.kind === 'user' && (scope === 'signed-in' || roleAllows(actor.roles, scope));
}

async function keyActor(request: Request, secret: string): Promise<KeyActor> {
  const actor = await findKeyActor(secret);
  if (!actor) return refuseGuess(request, accountErrors.unknownKey());
  const origin = request.headers.get('origin');
  const elsewhere = origin !== null && actor.allowedOrigins.length > 0 && !actor.allowedOrigins.includes(origin);
  if (actor.keyKind === 'publishable' && elsewhere) throw accountErrors.originNotAllowed(origin);
  return actor;
}

async function sessionActor(request: Request, { writes = !isRead(request) }: Wanted): Promise<Actor> {
  const token = sessionTokenIn(request.headers.get('cookie') ?? '');
  if (token === null) throw accountErrors.unauthenticated();
  const actor = await findSessionActor(token);
  if (!actor) return refuseGuess(request, accountErrors.unauthenticated());
  if (writes && !sameOrigin(request)) throw accountErrors.crossSite();
  return actor;
}

/** Who guesses keys or sessions from one address is soon told to wait. */
export async function refuseGuess(request: Request, refusal: DomainError): Promise<never> {
  await takeTry(request, 'wrong secret');
  throw refusal;
}

const isRead = ({ method }: Request) => method === 'GET' || method === 'HEAD';

/** A browser says where a request comes from; one that does not say is not a browser with our cookie. */
function sameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = request.headers.get('origin');
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}

function bearerOf(request: Request): string | null {
  return request.headers.get('authorization')?.match(/^Bearer\s+(\S+)$/i)?.[1] ?? null;
}
