import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const share = z.coerce.number().min(0).max(1);

/** How badly it behaves; shares are of requests, between 0 and 1. */
export const Behaviour = z.strictObject({
  /** Answers 500 without doing anything. */
  fail: share.default(0),
  /** Does the work, then ends the connection without an answer. */
  drop: share.default(0),
  /** Answers up to so many milliseconds later. */
  slow: z.coerce.number().int().min(0).default(0),
  /** Answers a request twice on its connection: the second time where the next request expects its own answer. */
  twice: z.boolean().default(false),
  /** Answers 409 to what was credited before, where it would say 200. */
  conflict: z.boolean().default(false),
  /** Answers this status to everything, without doing anything. */
  status: z.coerce.number().int().min(200).max(599).nullable().default(null),
});
export type Behaviour = z.infer<typeof Behaviour>;

const Credit = z.object({ memberId: z.string(), points: z.number().int().positive(), reference: z.string() });
type Credit = z.infer<typeof Credit>;

export type PointApi = {
  url: string;
  /** Changes what is named and leaves the rest; throws on what it does not know. */
  behave: (change: { [K in keyof Behaviour]?: unknown }) => void;
  /** What was credited, by reference. */
  ledger: Map<string, Credit>;
  /** How often each reference was asked for. */
  asked: Map<string, number>;
  stop: () => Promise<void>;
};

/**
 * A small external point API: POST / with an `Idempotency-Key` credits once a key, GET /__ledger tells what was credited,
 * and POST /__behave changes how it behaves. It keeps everything in memory.
 */
export async function startPointApi({
  port = 0,
  ...behaviour
}: Partial<Behaviour> & { port?: number } = {}): Promise<PointApi> {
  const state = {
    behaviour: Behaviour.parse(behaviour),
    ledger: new Map<string, Credit>(),
    asked: new Map<string, number>(),
  };
  const behave: PointApi['behave'] = (change) => {
    state.behaviour = Behaviour.parse({ ...state.behaviour, ...change });
  };
  const server = createServer((request, response) => {
    answer(request, response, state, behave).catch((error) => json(response, 400, { error: String(error) }));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}/`,
    behave,
    ledger: state.ledger,
    asked: state.asked,
    stop: () => stop(server),
  };
}

type State = Pick<PointApi, 'ledger' | 'asked'> & { behaviour: Behaviour };

async function answer(request: IncomingMessage, response: ServerResponse, state: State, behave: PointApi['behave']) {
  const body = await text(request);
  if (request.url === '/__ledger') return json(response, 200, Object.fromEntries(state.ledger));
  if (request.method !== 'POST') return json(response, 405, { error: 'POST {memberId, points, reference}' });
  if (request.url === '/__behave') {
    behave(z.record(z.string(), z.unknown()).parse(JSON.parse(body)));
    return json(response, 200, state.behaviour);
  }
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return json(response, 400, { error: 'send an Idempotency-Key' });
  await credit(key, Credit.parse(JSON.parse(body)), response, state);
}

async function credit(key: string, wanted: Credit, response: ServerResponse, { behaviour, ledger, asked }: State) {
  asked.set(key, (asked.get(key) ?? 0) + 1);
  if (behaviour.slow > 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * behaviour.slow));
  const second = behaviour.twice ? secondAnswers.get(response.req.socket) : undefined;
  secondAnswers.delete(response.req.socket);
  if (behaviour.status !== null) return json(response, behaviour.status, { error: 'as it was told' });
  if (Math.random() < behaviour.fail) return json(response, second ? 201 : 500, second ?? { error: 'out of order' });
  const first = ledger.get(key);
  if (first && JSON.stringify(first) !== JSON.stringify(wanted))
    return json(response, 422, { error: `${key} was something else before` });
  ledger.set(key, first ?? wanted);
  if (Math.random() < behaviour.drop) return response.socket?.destroy();
  const status = first && behaviour.conflict ? 409 : first ? 200 : 201;
  const said = { reference: key, ...(first && { duplicate: true }) };
  if (!second) secondAnswers.set(response.req.socket, said);
  json(response, status, second ?? said);
}

/** What a connection has been answered once and may be answered again. */
const secondAnswers = new WeakMap<Socket, object>();

function json(response: ServerResponse, status: number, body: object): void {
  // A redirect leads to a page that any GET is answered by.
  const location = status >= 300 && status < 400 ? { location: '/__ledger' } : {};
  response.writeHead(status, { 'content-type': 'application/json', ...location });
  response.end(JSON.stringify(body));
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

const USAGE = `Usage: npm run point-api -- [--port 4000] [--fail 0.33] [--drop 0.1] [--slow 500] [--twice] [--conflict] [--status 503]`;

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = { port: text, fail: text, drop: text, slow: text, status: text, twice: flag, conflict: flag };
  const { port = '4000', ...behaviour } = parseArgs({ options }).values;
  const api = await startPointApi({ port: Number(port), ...Behaviour.parse(behaviour) });
  console.log(`A point API listens on ${api.url}: start Boxoffice with POINTS_API_URL=${api.url}`);
}

if (import.meta.filename === process.argv[1])
  await main().catch((error) => {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    process.exit(1);
  });
