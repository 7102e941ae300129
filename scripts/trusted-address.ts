import type { IncomingMessage } from 'node:http';

/**
 * The address of the client: that of the socket, or behind `hops` proxies of our own the one that the outermost of
 * them saw, the `hops`-th from the right of X-Forwarded-For. Anything further left was written by the client.
 */
export function trustedAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>, hops: number): string {
  const socket = request.socket.remoteAddress ?? '0.0.0.0';
  if (hops === 0) return socket;
  const header = request.headers['x-forwarded-for'];
  const seen = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean);
  return seen.at(-hops) ?? seen[0] ?? socket;
}
