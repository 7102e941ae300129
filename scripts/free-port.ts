import { createServer } from 'node:net';

/** A TCP port of loopback that nobody listens on now; `wanted` itself when it is free. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort())));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The first of so many free ports that follow each other. */
export async function freePortsInARow(count: number): Promise<number> {
  const first = await freePort();
  for (let port = first + 1; port < first + count; port++) {
    if (port > 65_535 || (await freePort(port)) !== port) return freePortsInARow(count);
  }
  return first;
}
