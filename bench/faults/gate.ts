import { once } from 'node:events';
import { createServer, connect as dial, type Socket } from 'node:net';

export type Gate = {
  port: number;
  /** Milliseconds that every piece of data waits on its way, in each direction. */
  delay: (milliseconds: number) => void;
  /** From now on nothing passes on the connections that are open, and nobody is told. */
  freeze: () => void;
  /** Ends every connection that is open, so that both sides hear of it. */
  cut: () => void;
  /** Where new connections go. */
  pointTo: (port: number) => void;
  stop: () => void;
};

/** An address on loopback behind which a server can be slow, silent or another one. */
export async function openGate(target: number): Promise<Gate> {
  const sockets = new Set<Socket>();
  let delayMilliseconds = 0;
  let port = target;
  const server = createServer((near) => {
    const far = dial(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => later(() => to.write(data), delayMilliseconds));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        if (!isFrozen(from)) to.destroy();
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    delay: (milliseconds) => {
      delayMilliseconds = milliseconds;
    },
    freeze: () => {
      for (const socket of sockets) freezeOne(socket);
    },
    pointTo: (next) => {
      port = next;
    },
    cut,
    stop: () => {
      server.close();
      cut();
    },
  };
}

const frozen = new WeakSet<Socket>();
const isFrozen = (socket: Socket) => frozen.has(socket);

function freezeOne(socket: Socket): void {
  frozen.add(socket);
  socket.removeAllListeners('data');
  socket.resume();
}

function later(work: () => void, milliseconds: number): void {
  if (milliseconds === 0) work();
  else setTimeout(work, milliseconds);
}
