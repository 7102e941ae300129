import { Agent, request } from 'node:http';
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
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const until = performance.now() + seconds * 1000;
  const took: number[] = [];
  let failed = 0;
  const circle = [calls].flat();
  const client = async () => {
    for (let n = 0; performance.now() < until; n++) {
      const call = circle[n % circle.length];
      if (!call) return;
      const start = performance.now();
      const status = await once(call, agent);
      if (call.expected === undefined ? status < 300 : status === call.expected) took.push(performance.now() - start);
      else failed += 1;
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, client));
  const elapsed = (performance.now() - start) / 1000;
  agent.destroy();
  return {
    perSecond: round(took.length / elapsed, 1),
    p50Milliseconds: round(percentile(took, 50)),
    p99Milliseconds: round(percentile(took, 99)),
    failed,
  };
}

function once(call: Call, agent: Agent): Promise<number> {
  return new Promise((resolve) => {
    const body = call.body?.();
    const headers = {
      ...call.headers,
      ...(body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    };
    const url = typeof call.url === 'string' ? call.url : call.url();
    const outgoing = request(url, { method: call.method, agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 599));
      answer.on('error', () => resolve(599));
    });
    outgoing.on('error', () => resolve(599));
    outgoing.end(body);
  });
}
