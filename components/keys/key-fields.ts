import type { z } from 'zod';
import type { ApiKey, KeyChange, KeyKind, KeyScope, NewKey } from '@/lib/accounts/schema';
import { addDays, calendarOf, type Day, parseDay } from '@/lib/kernel/day';

export const EXPIRIES = ['never', '30', '90', '365', 'date'] as const;
export type Expiry = (typeof EXPIRIES)[number];

/** What a person types about a key; numbers as text, origins one a line. */
export type KeyFields = {
  name: string;
  kind: KeyKind;
  scopes: KeyScope[];
  origins: string;
  requestsPerSecond: string;
  burst: string;
  expiry: Expiry;
  expiresOn: string;
};

export const NO_KEY: KeyFields = {
  name: '',
  kind: 'secret',
  scopes: ['events:write'],
  origins: '',
  requestsPerSecond: '',
  burst: '',
  expiry: 'never',
  expiresOn: '',
};

export function fieldsOf(key: ApiKey): KeyFields {
  return {
    ...NO_KEY,
    name: key.name,
    kind: key.kind,
    origins: key.allowedOrigins.join('\n'),
    requestsPerSecond: String(key.requestsPerSecond),
    burst: String(key.burst),
  };
}

export function newKeyOf(fields: KeyFields, today: Day, zone: string): z.input<typeof NewKey> {
  const { kind, scopes } = fields;
  return { ...changeOf(fields), name: fields.name.trim(), kind, scopes, expiresAt: expiresAtOf(fields, today, zone) };
}

/** A rate that is left empty is left to the server. */
export function changeOf({ name, kind, origins, requestsPerSecond, burst }: KeyFields): z.input<typeof KeyChange> {
  return {
    name: name.trim(),
    ...(kind === 'publishable' && { allowedOrigins: originsIn(origins) }),
    ...(requestsPerSecond && { requestsPerSecond: Number(requestsPerSecond) }),
    ...(burst && { burst: Number(burst) }),
  };
}

export function originsIn(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .map((origin) => origin.trim())
    .filter(Boolean);
}

/** The first line that is no origin; a slash at the end is forgiven, as the server does. */
export function wrongOriginIn(text: string): string | null {
  const isOrigin = (given: string) => {
    const url = URL.canParse(given) ? new URL(given) : null;
    return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  };
  return originsIn(text).find((origin) => !isOrigin(origin)) ?? null;
}

/** A key expires when its last business day ends. */
function expiresAtOf({ expiry, expiresOn }: KeyFields, today: Day, zone: string): string | null {
  if (expiry === 'never') return null;
  const last = expiry === 'date' ? parseDay(expiresOn) : addDays(today, Number(expiry));
  return last && calendarOf(zone).endOf(last).toISOString();
}
