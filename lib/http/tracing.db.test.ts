import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { GET as getContent } from '@/app/api/v1/contents/[id]/route';
import { transaction } from '@/lib/platform/database';
import { enqueue } from '@/lib/platform/enqueue';
import { resetEnv } from '@/lib/platform/env';
import { isTracing, startTracing, stopTracing } from '@/lib/platform/tracing';
import { runJobs } from './run-jobs';
import { bearer, call } from './testing/call';

type Sent = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: { stringValue?: string } }[];
};

const spans: Sent[] = [];
const collector = createServer(async (request, response) => {
  const { resourceSpans } = JSON.parse(await text(request));
  for (const resource of resourceSpans) for (const scope of resource.scopeSpans) spans.push(...scope.spans);
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
});

afterAll(() => new Promise((resolve) => collector.close(resolve)));

test('nothing is traced while no collector is named', async () => {
  await startTracing();
  expect(isTracing()).toBe(false);
});

test('a request, its statements and a job reach the collector as spans of one trace each, without values', async () => {
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  resetEnv();
  await startTracing();
  const { authorization } = await bearer(['contents:read']);
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const headers = { authorization, traceparent, 'x-request-id': 'traced-1' };
  await call(getContent, { path: '/api/v1/contents/nobody-knows-this', params: { id: 'nobody-knows-this' }, headers });
  await transaction((tx) => enqueue(tx, 'pay-late-events', {}, 'traced'));
  await runJobs();
  await stopTracing();
  const request = spans.find(({ name }) => name === 'GET /api/v1/contents/[id]');
  expect(request).toMatchObject({ traceId: '0af7651916cd43dd8448eb211c80319c', parentSpanId: 'b7ad6b7169203331' });
  const statements = spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId);
  expect(statements.map(({ name }) => name)).toContain('app select');
  const job = spans.find(({ name }) => name === 'job pay-late-events');
  expect(spans.some(({ parentSpanId }) => parentSpanId === job?.spanId)).toBe(true);
  expect(JSON.stringify(spans)).not.toContain('nobody-knows-this');
});
