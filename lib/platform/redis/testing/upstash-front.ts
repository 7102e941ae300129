import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { Redis as Connection } from 'ioredis';
import { tcpRequester } from '../tcp';

type Answer = { result?: unknown; error?: string };

/**
 * Upstash's REST protocol in front of a real Redis: one command or /pipeline or /multi-exec as JSON, a bearer token,
 * strings in base64 when asked for, errors of Redis as status 400.
 */
export async function startUpstashFront(redisUrl: string, token: string): Promise<{ url: string; stop: () => void }> {
  const connection = new Connection(redisUrl, { lazyConnect: true });
  // Tests kill the server on purpose; whoever asks meanwhile is told by the command.
  connection.on('error', () => undefined);
  const redis = tcpRequester(connection, connection.connect());
  const server = createServer(async (request, response) => {
    const send = (status: number, body: unknown) => response.writeHead(status).end(JSON.stringify(body));
    if (request.headers.authorization !== `Bearer ${token}`) return send(401, { error: 'Unauthorized' });
    const path = request.url?.split('/').filter(Boolean) ?? [];
    const body = JSON.parse(await text(request));
    const answer: unknown = await redis.request(path.length > 0 ? { path, body } : { body });
    if (Array.isArray(answer))
      return send(
        200,
        answer.map((one) => encoded(request, one)),
      );
    const one = encoded(request, answer as Answer);
    return send(one.error === undefined ? 200 : 400, one);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  const stop = () => {
    server.close();
    server.closeAllConnections();
    connection.disconnect();
  };
  return { url: `http://127.0.0.1:${address.port}`, stop };
}

function encoded(request: IncomingMessage, answer: Answer): Answer {
  return request.headers['upstash-encoding'] === 'base64' && 'result' in answer
    ? { result: inBase64(answer.result) }
    : answer;
}

function inBase64(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inBase64);
  return typeof value === 'string' ? Buffer.from(value).toString('base64') : value;
}
