import type { Role } from './schema';

/** What an API key may do. `*` is everything; `docs` shows the sentence to people who make keys. */
export const SCOPES = [
  'events:write',
  'events:read',
  'events:import',
  'contents:read',
  'contents:write',
  'stats:read',
  'stats:refresh',
  'runs:read',
  'runs:write',
  'accounts:read',
  'accounts:write',
  'keys:read',
  'keys:write',
  'audit:read',
  'ads:read',
  'ads:write',
  'ads:joinable',
  'ads:join',
  'ad-videos:read',
  'ad-videos:write',
  'members:read',
  'jobs:read',
  'jobs:write',
  'settlements:read',
  'settlements:write',
  'payouts:read',
  'payouts:write',
  'abuse:read',
  'abuse:write',
  'streaming:read',
  'videos:read',
  'watch:write',
  'posts:read',
  'posts:write',
  'posts:moderate',
  'open:read',
  'members:write',
  'shop:read',
  'shop:write',
  'shop:order',
  'vouchers:redeem',
  'mail:read',
  'mail:write',
] as const;

export type Scope = (typeof SCOPES)[number];

/** A publishable key lives in a browser, so it may hold these and no other. */
export const PUBLISHABLE_SCOPES = [
  'events:write',
  'ads:joinable',
  'videos:read',
  'watch:write',
  'open:read',
] as const satisfies readonly Scope[];

/** What each role may do through its session, with what is its own. Admins may do everything. */
const ROLE_SCOPES: Record<Exclude<Role, 'admin'>, readonly Scope[]> = {
  advertiser: ['ads:read', 'ads:write', 'ad-videos:read', 'ad-videos:write'],
  creator: ['streaming:read', 'settlements:read', 'events:read'],
  member: [
    'ads:joinable',
    'ads:join',
    'members:read',
    'members:write',
    'posts:read',
    'posts:write',
    'shop:read',
    'shop:order',
  ],
};

export function roleAllows(roles: readonly Role[], scope: Scope): boolean {
  return roles.some((role) => role === 'admin' || ROLE_SCOPES[role].includes(scope));
}

export function keyAllows(scopes: readonly string[], scope: string): boolean {
  return scopes.includes('*') || scopes.includes(scope);
}
