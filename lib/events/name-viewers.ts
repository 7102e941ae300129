import { createHmac } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { verifyViewerToken } from '@/lib/accounts/viewer-token';
import { secretFor } from '@/lib/platform/secret';
import { viewerOf } from './rules';
import type { EventInput } from './schema';

/** Who sends events, and how far the names in them are believed. */
export type EventSource = {
  /** Null for a browser session. */
  keyId: number | null;
  /** A secret key names members and passes addresses on. */
  trusted: boolean;
  /** A session speaks for this member alone. */
  memberId: string | null;
  address: string;
  /** Of a browser; null where the sender is the platform's server, whose own says nothing about the viewer. */
  userAgent: string | null;
};

export type ViewerProblem = { pointer: string; detail: string };

/** What of an event names its viewer. */
type Naming = Pick<EventInput, 'type' | 'viewerId' | 'anonymousId' | 'viewerIp' | 'viewerToken'>;

/** The viewer of each event by its index, or which field keeps it from having one. */
export async function nameViewers(
  timed: { index: number; input: Naming; at: Date }[],
  source: EventSource,
): Promise<Map<number, string | ViewerProblem>> {
  const viewers = new Map<number, string | ViewerProblem>();
  for (const { index, input, at } of timed) {
    const named = memberOf(input, source, at);
    const member = named instanceof Promise ? await named : named;
    viewers.set(index, isProblem(member) ? member : nameViewer(input, source, member));
  }
  return viewers;
}

type Member = string | null | ViewerProblem;

const isProblem = (member: Member): member is ViewerProblem => typeof member === 'object' && member !== null;

/** The member that the sender may name; only a token takes time to check. */
function memberOf(input: Naming, source: EventSource, at: Date): Member | Promise<Member> {
  const { viewerToken, viewerId = null } = input;
  if (!source.trusted && viewerToken !== undefined && source.keyId !== null)
    return memberOfToken(viewerToken, viewerId, source.keyId, at);
  return source.trusted || (source.memberId !== null && source.memberId === viewerId) ? viewerId : null;
}

async function memberOfToken(token: string, viewerId: string | null, keyId: number, at: Date): Promise<Member> {
  const verdict = await verifyViewerToken(token, keyId);
  if (!verdict.ok) return { pointer: '/viewerToken', detail: TOKEN_DETAILS[verdict.reason] };
  if (viewerId !== null && verdict.memberId !== viewerId)
    return { pointer: '/viewerToken', detail: TOKEN_DETAILS.other };
  // An expired token names nobody: the event counts under its address, as if none had been sent.
  return at <= verdict.expiresAt ? verdict.memberId : null;
}

function nameViewer(input: Naming, source: EventSource, memberId: string | null): string | ViewerProblem {
  const { anonymousId = null } = input;
  const address = source.trusted ? (input.viewerIp ?? null) : source.address;
  const addressHash = address === null ? null : hashAddress(address);
  if (addressHash === undefined) return { pointer: '/viewerIp', detail: 'is no IPv4 or IPv6 address' };
  return viewerOf(input.type, { memberId, anonymousId, addressHash }) ?? NO_ADDRESS;
}

const TOKEN_DETAILS = {
  malformed: 'is no token; your server signs one with the viewer token secret of the key (JWT, HS256)',
  forged: 'was not signed with the viewer token secret of this key',
  other: 'was signed for another member than viewerId',
};

const NO_ADDRESS = {
  pointer: '/viewerIp',
  detail: "is needed: a view without a member id goes by the viewer's address, and a secret key has to pass it on",
};

/** Keyed and cut to 128 bits, so that a stored viewer cannot be turned back into an address. Undefined when it is none. */
export function hashAddress(address: string): string | undefined {
  if (!ipaddr.isValid(address)) return undefined;
  let parsed = ipaddr.process(address);
  // A household gets a whole /64 and may change the rest at will.
  if (parsed.kind() === 'ipv6') parsed = ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`);
  return createHmac('sha256', addressSecret())
    .update(parsed.toNormalizedString())
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}

let cachedSecret: string | undefined;
const addressSecret = () => {
  cachedSecret ??= secretFor('viewer address');
  return cachedSecret;
};
