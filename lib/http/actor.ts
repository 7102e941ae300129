import type { Actor, KeyActor } from '@/lib/accounts/actor';
import { accountErrors } from '@/lib/accounts/errors';
import { findKeyActor } from '@/lib/accounts/find-key-actor';
import { findSessionActor } from '@/lib/accounts/find-session-actor';
import { keyAllows, roleAllows, type Scope } from '@/lib/accounts/scopes';
import { sessionTokenIn } from '@/lib/accounts/session-cookie';

/** One of several scopes is enough. */
type Wanted = {
  scope: Scope | readonly [Scope, ...Scope[]] | 'signed-in' | null;
  crossOrigin?: boolean;
  writes?: boolean;
};

const NOBODY: Actor = { kind: 'system', id: null, name: 'anonymous' };

/** Who asks, if they may. Throws accounts/unauthenticated, accounts/missing-scope, accounts/origin-not-allowed, accounts/cross-site. */
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
  if (!actor) throw accountErrors.unknownKey();
  const origin = request.headers.get('origin');
  const elsewhere = origin !== null && actor.allowedOrigins.length > 0 && !actor.allowedOrigins.includes(origin);
  if (actor.keyKind === 'publishable' && elsewhere) throw accountErrors.originNotAllowed(origin);
  return actor;
}

async function sessionActor(request: Request, { writes = !isRead(request) }: Wanted): Promise<Actor> {
  const token = sessionTokenIn(request.headers.get('cookie') ?? '');
  const actor = token ? await findSessionActor(token) : null;
  if (!actor) throw accountErrors.unauthenticated();
  if (writes && !sameOrigin(request)) throw accountErrors.crossSite();
  return actor;
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
