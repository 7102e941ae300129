import { Connection, headOf } from './connection';
import { percentile, round } from './statistics';

export type Load = { perSecond: number; p50Milliseconds: number; p99Milliseconds: number; failed: number };

export type Call = {
  method: 'GET' | 'POST';
  url: string | (() => string);
  headers?: Record<string, string>;
  body?: () => string;
  /** What counts as answered well; below 300 unless told. */
  expected?: number;
};

/**
 * Keeps `connections` requests under way for `seconds` and says how many ended well, and how long they took.
 * Of several calls each client makes one after the other, over and over.
 */
export async function load(calls: Call | Call[], connections: number, seconds: number): Promise<Load> {
  const until = performance.now() + seconds * 1000;
  const took: number[] = [];
  let failed = 0;
  const circle = [calls].flat().map((call) => ({ ...call, head: headOf(call.headers ?? {}) }));
  const client = async () => {
    const connectionsTo = new Map<string, Connection>();
    for (let n = 0; performance.now() < until; n++) {
      const call = circle[n % circle.length];
      if (!call) return;
      const start = performance.now();
      const status = await once(call, connectionsTo);
      if (call.expected === undefined ? status < 300 : status === call.expected) took.push(performance.now() - start);
      else failed += 1;
    }
    for (const connection of connectionsTo.values()) connection.close();
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, client));
  const elapsed = (performance.now() - start) / 1000;
  return {
    perSecond: round(took.length / elapsed, 1),
    p50Milliseconds: round(percentile(took, 50)),
    p99Milliseconds: round(percentile(took, 99)),
    failed,
  };
}

type Ready = Call & { head: string };

function once({ method, url, head, body }: Ready, connectionsTo: Map<string, Connection>): Promise<number> {
  const address = typeof url === 'string' ? url : url();
  const slash = address.indexOf('/', address.indexOf('//') + 2);
  const origin = address.slice(0, slash);
  const connection = connectionsTo.get(origin) ?? new Connection();
  connectionsTo.set(origin, connection);
  return connection.ask({ method, origin, path: address.slice(slash), head, body: body?.() ?? '' });
}
