import { Redis, type Requester } from '@upstash/redis';
import { Redis as Connection } from 'ioredis';
import { Circuit } from './circuit';
import type { Link } from './link';
import { sha1 } from './script';
import { DEADLINE_MILLISECONDS } from './within-deadline';

type Word = string | number | boolean;

/** Any Redis server, by its `redis://` or `rediss://` URL. */
export function tcpLink(url: string, deadlineMilliseconds = DEADLINE_MILLISECONDS): Link {
  const connection = new Connection(url, {
    lazyConnect: true,
    connectTimeout: 2000,
    // A command that waited for a connection would be answered too late: it fails now, and the circuit tells the rest.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(100 * attempt, 1000),
    // A connection that died without a word is replaced rather than waited for.
    socketTimeout: Math.max(2000, deadlineMilliseconds),
  });
  // Every failure reaches the circuit through the command that met it.
  connection.on('error', () => undefined);
  const connected = connection.connect().catch(() => undefined);
  const circuit = new Circuit('tcp', tcpRequester(connection, connected), deadlineMilliseconds);
  const close = () => connection.disconnect();
  return { transport: 'tcp', client: new Redis(circuit), health: () => circuit.health, close };
}

/** The commands of the Upstash client over a connection of ioredis, once `connected` has settled. */
export function tcpRequester(connection: Connection, connected: Promise<unknown>): Requester {
  const forServer = translator();
  const one = (command: Word[]) => {
    const [name, ...args] = forServer(command);
    return connection.call(name, args).then((result) => ({ result }), answered);
  };
  const many = async (commands: Word[][], batch: ReturnType<Connection['pipeline']>) => {
    for (const command of commands) batch.call(...forServer(command));
    const results = (await batch.exec()) ?? [];
    return results.map(([error, result]) => (error ? { error: error.message } : { result }));
  };
  const request: Requester['request'] = async ({ path, body }) => {
    await connected;
    if (path === undefined) return one(body as Word[]) as never;
    const batch = path[0] === 'multi-exec' ? connection.multi() : connection.pipeline();
    return many(body as Word[][], batch) as never;
  };
  return { request };
}

/** What Redis says itself is an answer; a broken connection rejects. */
function answered(error: Error): { error: string } {
  if (error.name !== 'ReplyError') throw error;
  return { error: error.message };
}

const UPSTASH_FLAG = /^#!lua flags=allow-key-locking\r?\n/;

/**
 * Commands as other servers want them: without the flag line that only Upstash knows, which changes a script's SHA,
 * and with names in capitals, since ioredis turns the reply of `hgetall` into an object but not that of `HGETALL`.
 */
function translator(): (command: Word[]) => [string, ...string[]] {
  const plainShas = new Map<string, string>();
  return ([word = '', ...rest]) => {
    const name = String(word).toUpperCase();
    const [first = '', ...others] = rest.map(String);
    if (name === 'EVALSHA') return [name, plainShas.get(first) ?? first, ...others];
    if (name !== 'EVAL') return [name, ...rest.map(String)];
    const plain = first.replace(UPSTASH_FLAG, '');
    plainShas.set(sha1(first), sha1(plain));
    return [name, plain, ...others];
  };
}
