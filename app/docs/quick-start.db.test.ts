import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { POST as postContents } from '@/app/api/v1/contents/route';
import { POST as postEvents } from '@/app/api/v1/events/route';
import { POST as postRefresh } from '@/app/api/v1/stats/refresh/route';
import { GET as getStats } from '@/app/api/v1/stats/route';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import type { Handler } from '@/lib/http/route';
import { bearer } from '@/lib/http/testing/call';
import { calendar } from '@/lib/platform/calendar';

const DOORS: Record<string, Handler> = {
  'POST /api/v1/contents': postContents,
  'POST /api/v1/events': postEvents,
  'POST /api/v1/stats/refresh': postRefresh,
  'GET /api/v1/stats': getStats,
};

const answer = async (request: Request) =>
  (await DOORS[`${request.method} ${new URL(request.url).pathname}`]?.(request)) ?? new Response(null, { status: 404 });
const server = createServer(getRequestListener(answer));

beforeAll(async () => {
  await ensurePartitions(partitionRange(calendar().dayOf(new Date())));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const blocksOf = (path: string) =>
  [...readFileSync(path, 'utf8').matchAll(/```(sh|html)\n(.*?)```/gs)].map(([, language, code]) => ({
    language,
    code,
  }));

/** The lines of the guide as a shell runs them, but for the key, which the test makes, and the server's address. */
async function runGuide(key: string): Promise<unknown[]> {
  const { port } = server.address() as AddressInfo;
  const lines = blocksOf('docs/quick-start.md')
    .filter(({ language }) => language === 'sh')
    .map(({ code = '' }) =>
      code.replace(/^KEY=.*$/m, `KEY=${key}`).replaceAll('http://localhost:3000', `http://127.0.0.1:${port}`),
    )
    .join('\necho\n');
  const { stdout } = await promisify(execFile)('bash', ['-euc', lines]);
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

const hasCurl = spawnSync('curl', ['--version']).status === 0;

test.skipIf(!hasCurl)('the lines of the quick start lead from a key to the event in the figures', async () => {
  const { key } = await bearer(['contents:write', 'events:write', 'stats:read', 'stats:refresh']);
  const [content, receipt, refreshed, stats] = await runGuide(key);
  expect(content).toMatchObject({ title: 'My first video', kind: 'video' });
  expect(receipt).toEqual({ received: 1, counted: 1, duplicate: 0, refused: 0, rejected: 0, items: [] });
  expect(refreshed).toMatchObject({ foldedEvents: 1 });
  expect(stats).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ clicks: 1 })]) });
});

test('both languages of the quick start run the same lines', () => {
  expect(blocksOf('docs/quick-start.ko.md')).toEqual(blocksOf('docs/quick-start.md'));
});
