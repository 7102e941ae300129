import type { IncomingMessage } from 'node:http';

const ADDRESS = ['x-forwarded-for'];
/** What proxies say about a request, and what a client may claim as well. */
const CLAIMS = [...ADDRESS, 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'x-real-ip', 'forwarded'];

/**
 * Replaces `x-forwarded-for` by the one address that we trust, so that nothing behind can read another. Without a proxy
 * of our own (`hops` 0) whatever else a request claims about its way is dropped too.
 */
export function trustAddress(request: Pick<IncomingMessage, 'headers' | 'rawHeaders' | 'socket'>, hops: number): void {
  const address = trustedAddress(request, hops);
  const dropped = hops === 0 ? CLAIMS : ADDRESS;
  for (const name of dropped) delete request.headers[name];
  request.headers['x-forwarded-for'] = address;
  const kept = ['x-forwarded-for', address];
  // Some readers make their headers of these pairs instead.
  for (let at = 0; at + 1 < request.rawHeaders.length; at += 2) {
    const name = request.rawHeaders[at] ?? '';
    if (!dropped.includes(name.toLowerCase())) kept.push(name, request.rawHeaders[at + 1] ?? '');
  }
  request.rawHeaders.splice(0, Infinity, ...kept);
}

/**
 * The address of the client: that of the socket, or behind `hops` proxies of our own the one that the outermost of
 * them saw, the `hops`-th from the right of X-Forwarded-For. Anything further left was written by the client.
 */
function trustedAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>, hops: number): string {
  const socket = request.socket.remoteAddress ?? '0.0.0.0';
  if (hops === 0) return socket;
  const header = request.headers['x-forwarded-for'];
  const seen = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean);
  return seen.at(-hops) ?? seen[0] ?? socket;
}
