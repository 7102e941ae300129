import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

export type Balancer = { name: string; stop: () => Promise<void> };

type Upstream = { host: string; port: number; living: boolean };

const LOOK_EVERY_MILLISECONDS = 500;

/**
 * A small proxy for a machine without nginx, on this port of loopback: requests go to the living upstreams (host:port)
 * in turn. One that cannot be connected to is passed over until it answers again; a request that may have reached a
 * server is never sent to another one, and answered with 503.
 */
export async function startBalancer(port: number, addresses: string[]): Promise<Balancer> {
  const upstreams = addresses.map((address): Upstream => {
    const { hostname, port } = new URL(`http://${address}`);
    return { host: hostname, port: Number(port), living: true };
  });
  const agent = new Agent({ keepAlive: true, timeout: 75_000 });
  let turn = 0;
  const server = createServer((incoming, response) => {
    turn += 1;
    const living = upstreams.filter((upstream) => upstream.living);
    const candidates = living.length > 0 ? living : upstreams;
    const from = turn % candidates.length;
    pass(agent, [...candidates.slice(from), ...candidates.slice(0, from)], incoming, response);
  });
  const looking = setInterval(() => upstreams.forEach(look), LOOK_EVERY_MILLISECONDS);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const stop = async () => {
    clearInterval(looking);
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    agent.destroy();
    await closed;
  };
  return { name: 'node', stop };
}

/** Any answer is a sign of life: a server that refuses says so itself. */
function look(upstream: Upstream): void {
  const asked = request({ ...upstream, path: '/api/health', timeout: 5000 }, (answer) => {
    upstream.living = true;
    answer.resume();
  });
  asked.on('timeout', () => asked.destroy());
  asked.on('error', () => {
    upstream.living = false;
  });
  asked.end();
}

/** Hands the request to the first of these that can be connected to. */
function pass(agent: Agent, [first, ...others]: Upstream[], incoming: IncomingMessage, response: ServerResponse): void {
  if (!first) {
    sayAway(response);
    return;
  }
  const { method = 'GET', url = '/' } = incoming;
  const headers = { ...incoming.headers, ...claimsOf(incoming) };
  const outgoing = request({ agent, host: first.host, port: first.port, method, path: url, headers });
  let connected = false;
  outgoing.on('socket', (socket) => {
    const send = () => {
      connected = true;
      incoming.pipe(outgoing);
    };
    if (socket.connecting) socket.once('connect', send);
    else send();
  });
  outgoing.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  outgoing.on('error', () => {
    if (connected) sayAway(response);
    else {
      first.living = false;
      pass(agent, others, incoming, response);
    }
  });
  response.on('close', () => outgoing.destroy());
}

/** What a client claims about its way is replaced. */
function claimsOf({ headers, socket }: IncomingMessage): Record<string, string | string[]> {
  return {
    'x-forwarded-for': socket.remoteAddress ?? '',
    'x-forwarded-host': headers.host ?? '',
    'x-forwarded-proto': 'http',
    'x-forwarded-port': [],
    'x-real-ip': [],
    forwarded: [],
  };
}

function sayAway(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else {
    response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '1' });
    response.end(JSON.stringify({ title: 'No server answered', status: 503, code: 'proxy/away' }));
  }
}
