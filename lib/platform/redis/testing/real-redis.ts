import { tcpLink } from '../tcp';
import { upstashLink } from '../upstash';
import { startRedisServer } from './redis-server';
import { startUpstashFront } from './upstash-front';

/** What these links are asked for is the answer, not how busy this machine is. */
const PATIENCE_MILLISECONDS = 60_000;
const TOKEN = 'a token';

/** A real Redis and both ways to it, for tests that hold them to the same answers; `stop` ends all of it. */
export async function startRealRedis() {
  const server = await startRedisServer();
  const front = await startUpstashFront(server.url, TOKEN);
  const open = {
    tcp: () => tcpLink(server.url, PATIENCE_MILLISECONDS),
    upstash: () => upstashLink(front.url, TOKEN, PATIENCE_MILLISECONDS),
  };
  const links = { tcp: open.tcp(), upstash: open.upstash() };
  const stop = async () => {
    links.tcp.close();
    links.upstash.close();
    front.stop();
    await server.kill();
  };
  return { server, open, ...links, stop };
}

export type RealRedis = Awaited<ReturnType<typeof startRealRedis>>;
