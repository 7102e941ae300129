import { connect, createServer } from 'node:net';

/** Whether the app could not listen on this port, as somebody else does: any listener of this machine counts. */
export async function isPortTaken(port: number): Promise<boolean> {
  return (await somebodyAnswers(port, '127.0.0.1')) || (await somebodyAnswers(port, '::1')) || !(await mayListen(port));
}

function somebodyAnswers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function mayListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}
