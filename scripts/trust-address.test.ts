import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { trustAddress } from './trust-address';

function requestWith(rawHeaders: string[]): Pick<IncomingMessage, 'headers' | 'rawHeaders' | 'socket'> {
  const headers: Record<string, string> = {};
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    const key = name.toLowerCase();
    headers[key] = headers[key] ? `${headers[key]}, ${value}` : value;
  }
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: '198.51.100.7' });
  return { headers, rawHeaders, socket };
}

const claimed = () =>
  requestWith(['Host', 'a.example', 'X-Forwarded-For', '1.1.1.1, 2.2.2.2', 'x-forwarded-for', '3.3.3.3']);

test.each([
  [0, '198.51.100.7'],
  [1, '3.3.3.3'],
  [2, '2.2.2.2'],
  [3, '1.1.1.1'],
  [9, '1.1.1.1'],
])('behind %i proxies of our own the address is %s', (hops, address) => {
  const request = claimed();
  trustAddress(request, hops);
  expect(request.headers['x-forwarded-for']).toBe(address);
  expect(request.rawHeaders).toEqual(['x-forwarded-for', address, 'Host', 'a.example']);
});

test('a proxy of our own that names nobody leaves the address of the socket', () => {
  const request = requestWith(['Host', 'a.example']);
  trustAddress(request, 1);
  expect(request.headers['x-forwarded-for']).toBe('198.51.100.7');
});

test('without a proxy of our own a client cannot claim a host, a protocol or an address', () => {
  const claims = ['X-Forwarded-Host', 'evil.example', 'X-Forwarded-Proto', 'https', 'Forwarded', 'for=1.1.1.1'];
  const direct = requestWith(['Host', 'a.example', ...claims]);
  trustAddress(direct, 0);
  expect(direct.headers).toEqual({ host: 'a.example', 'x-forwarded-for': '198.51.100.7' });
  expect(direct.rawHeaders).toHaveLength(4);
  const behindProxy = requestWith(['Host', 'a.example', ...claims, 'X-Forwarded-For', '3.3.3.3']);
  trustAddress(behindProxy, 1);
  expect(behindProxy.headers['x-forwarded-proto']).toBe('https');
});
