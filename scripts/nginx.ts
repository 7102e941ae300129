import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Balancer } from './balance';

/** Whether this machine has an nginx. */
export const hasNginx = (): boolean => spawnSync('nginx', ['-v']).status === 0;

/** nginx on this port of loopback with the settings that are deployed, before these upstreams (host:port). */
export async function startNginx(port: number, upstreams: string[]): Promise<Balancer> {
  const folder = await mkdtemp(join(tmpdir(), 'boxoffice-nginx-'));
  await chmod(folder, 0o755); // its workers run as another user when we are root
  const file = join(folder, 'nginx.conf');
  await writeFile(file, settingsFor(await readFile('deploy/nginx.conf', 'utf8'), { port, upstreams, folder }));
  const nginx = spawn('nginx', ['-p', folder, '-e', 'stderr', '-c', file, '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true, // Ctrl-C is ours to pass on, once the servers have finished
  });
  const ended = new Promise<void>((resolve) => nginx.once('exit', () => resolve()));
  const stop = async () => {
    nginx.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  return { name: 'nginx', stop };
}

type Here = { port: number; upstreams: string[]; folder: string };

/** The deployed settings with the addresses and folders of this machine. */
export function settingsFor(deployed: string, { port, upstreams, folder }: Here): string {
  const options = deployed.match(/server app1:3000 (.*)/)?.[1];
  const servers = upstreams.map((upstream) => `server ${upstream} ${options}`).join('\n    ');
  return deployed
    .replace(/server app1:3000[^\n]*\n\s*server app2:3000[^\n]*/, servers)
    .replace('listen 8080', `listen 127.0.0.1:${port}`)
    .replaceAll('/tmp/', `${folder}/`);
}
