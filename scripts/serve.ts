import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clientLimits } from './client-limits';
import { trustAddress } from './trust-address';

export type Service = {
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;
  host: string | undefined;
  port: number;
  /** Proxies of our own in front. */
  hops: number;
  listening: (port: number) => void;
  /** Begins when no more requests are taken; `answered` resolves once those under way have their answers. */
  stop: (answered: Promise<void>) => Promise<unknown>;
  stopMilliseconds: number;
};

/**
 * Answers requests until SIGTERM, SIGINT or the death of whoever started us. Then it takes no more, answers those under
 * way, finishes with `stop`, and ends with 0 after at most `stopMilliseconds`. Ends with 1 when the port is taken.
 */
export function serve({ answer, host, port, hops, listening, stop, stopMilliseconds }: Service): void {
  const server = createServer(clientLimits, (request, response) => {
    trustAddress(request, hops);
    answer(request, response).catch((error) => {
      console.error('unanswered request', error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const failToListen = (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE';
    console.error(taken ? `Port ${port} is taken. Set PORT to another one.` : error.message);
    process.exit(1);
  };
  server.once('error', failToListen);
  server.listen({ port, host }, () => {
    server.off('error', failToListen);
    server.on('error', (error) => console.error('server', error));
    const end = async () => {
      setTimeout(() => process.exit(0), stopMilliseconds).unref();
      await stop(allAnswered(server));
      process.exit(0);
    };
    onceAskedToStop(end);
    listening((server.address() as AddressInfo).port);
  });
}

/** Ctrl-C reaches us from the terminal and again from the one who started us. */
export function onceAskedToStop(work: () => Promise<unknown>): void {
  let begun = false;
  const begin = () => {
    if (!begun) void work();
    begun = true;
  };
  // `disconnect`: whoever started us died without a word.
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(event, begin);
}

/** Takes no more connections; resolves when the last one has its answer. */
async function allAnswered(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  await closed;
  clearInterval(idle);
}
