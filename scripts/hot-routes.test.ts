import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const fetched = await fetch('data:text/plain,made by fetch');
const { HOT, hotHandler } = await import('./hot-routes');

test('an answer of any origin is a Response to those who ask, as Next does', () => {
  expect(fetched).toBeInstanceOf(Response);
  expect(Response.json({})).toBeInstanceOf(Response);
  expect(new Response('made here')).toBeInstanceOf(Response);
  expect(new Request('http://localhost/')).toBeInstanceOf(Request);
  expect({ status: 200 }).not.toBeInstanceOf(Response);
});

test('only the busiest doors are answered before Next', () => {
  const handlerOf = (method: string, url: string) => hotHandler({ method, url } as Parameters<typeof hotHandler>[0]);
  expect(handlerOf('POST', '/api/v1/events?key=bo_pk_x')).toBeTypeOf('function');
  expect(handlerOf('POST', '/api/v1/ads/7/participations')).toBeTypeOf('function');
  expect(handlerOf('POST', '/api/v1/ads/7/8/participations')).toBeUndefined();
  expect(handlerOf('GET', '/api/v1/ads/7/participations')).toBeUndefined();
  expect(handlerOf('OPTIONS', '/api/v1/events')).toBeUndefined();
  expect(handlerOf('POST', '/api/v1/events/x')).toBeUndefined();
});

test.each(HOT)('%s %s is the very function that Next serves there', async (method, path, door) => {
  const file = fileURLToPath(new URL(`../app${path}/route.ts`, import.meta.url));
  const served: Record<string, unknown> = await import(/* @vite-ignore */ file);
  expect(served[method]).toBe(door);
});
