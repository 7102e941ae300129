import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { type Balancer, startBalancer } from './balance';
import { freePort } from './free-port';
import { hasNginx, settingsFor } from './nginx';

const PATIENCE = { timeout: 25_000 };

let proxy: Balancer | undefined;
let upstreams: Server[] = [];

afterEach(async () => {
  await proxy?.stop();
  for (const server of upstreams) {
    server.closeAllConnections();
    server.close();
  }
  upstreams = [];
});

/** An upstream that says who it is and what it was sent, or drops a request that it has read. */
async function upstream(name: string, port: number, drops = false): Promise<string> {
  const server = createServer(async (request, response) => {
    const body = await text(request);
    if (drops && request.method === 'POST') request.socket.destroy();
    else response.end(JSON.stringify({ name, body, headers: request.headers }));
  });
  upstreams.push(server);
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return `127.0.0.1:${port}`;
}

async function balance(addresses: string[]): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const port = await freePort();
  proxy = await startBalancer(port, addresses);
  return (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init);
}

const nameOf = async (answer: Response) => ((await answer.json()) as { name: string }).name;

test('requests go to both in turn, and what a client claims about its way is replaced', async () => {
  const ask = await balance([await upstream('a', await freePort()), await upstream('b', await freePort())]);
  const names = new Set<string>();
  await expect.poll(async () => [...names.add(await nameOf(await ask('/')))].sort(), PATIENCE).toEqual(['a', 'b']);
  const claims = { 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.9', forwarded: 'for=203.0.113.9' };
  const answer = await ask('/', { method: 'POST', body: 'all of it', headers: claims });
  expect(await answer.json()).toMatchObject({ body: 'all of it', headers: { 'x-forwarded-for': '127.0.0.1' } });
  expect(JSON.stringify(await (await ask('/', { headers: claims })).json())).not.toContain('203.0.113.9');
});

test('one that cannot be connected to is passed over, bodies too, until it is back', async () => {
  const away = await freePort();
  const ask = await balance([await upstream('a', await freePort()), `127.0.0.1:${away}`]);
  for (let n = 0; n < 4; n++) {
    const answer = await ask('/', { method: 'POST', body: `body ${n}` });
    expect(await answer.json()).toMatchObject({ name: 'a', body: `body ${n}` });
  }
  await upstream('b', away);
  await expect.poll(async () => nameOf(await ask('/')), PATIENCE).toBe('b');
});

test('a request that a server may have had is sent to no other, and nobody there is 503', async () => {
  const ask = await balance([await upstream('a', await freePort(), true), await upstream('b', await freePort(), true)]);
  const answer = await ask('/', { method: 'POST', body: 'once' });
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  await proxy?.stop();
  const alone = await balance([`127.0.0.1:${await freePort()}`]);
  expect((await alone('/')).status).toBe(503);
});

test.skipIf(!hasNginx())('nginx takes the deployed settings', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'boxoffice-nginx-test-'));
  const here = { port: await freePort(), upstreams: ['127.0.0.1:1', '127.0.0.1:2'], folder };
  const file = join(folder, 'nginx.conf');
  await writeFile(file, settingsFor(await readFile('deploy/nginx.conf', 'utf8'), here));
  const check = () => execFileSync('nginx', ['-t', '-p', folder, '-e', 'stderr', '-c', file], { stdio: 'pipe' });
  expect(check).not.toThrow();
  await rm(folder, { recursive: true, force: true });
});
