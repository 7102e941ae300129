import { afterEach, expect, test, vi } from 'vitest';
import { fetchJson, Problem } from './client';

afterEach(() => vi.unstubAllGlobals());

function answering(body: BodyInit | null, init?: ResponseInit) {
  const fetch = vi.fn(async (_url: string, _init?: RequestInit) => new Response(body, init));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

const failure = async (request: Promise<unknown>): Promise<Problem> => {
  const error = await request.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Problem) return error;
  throw new Error(`expected a Problem, got ${error}`);
};

test('a refusal becomes a Problem with its code, fields, request id and time to wait', async () => {
  const body = {
    code: 'content/invalid',
    title: 'Some fields need another value',
    detail: '/title: too long',
    requestId: 'r-1',
    errors: [{ pointer: '/title', message: 'too long' }, 'noise'],
  };
  answering(JSON.stringify(body), { status: 422, headers: { 'retry-after': '7' } });
  const problem = await failure(fetchJson('/api/v1/contents'));
  expect(problem).toMatchObject({
    code: 'content/invalid',
    status: 422,
    requestId: 'r-1',
    retryAfterSeconds: 7,
    errors: [{ pointer: '/title', message: 'too long' }],
  });
});

test('an answer of something in between is a Problem with its status', async () => {
  answering('<h1>Bad gateway</h1>', { status: 502, headers: { 'x-request-id': 'r-2' } });
  expect(await failure(fetchJson('/x'))).toMatchObject({ code: 'platform/unreadable', status: 502, requestId: 'r-2' });
});

test('a page instead of JSON is a Problem even with status 200', async () => {
  answering('<html>sign in to the proxy</html>');
  expect(await failure(fetchJson('/x'))).toMatchObject({ code: 'platform/unreadable', status: 200 });
});

test('no answer is the Problem platform/offline with status 0', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  expect(await failure(fetchJson('/x'))).toMatchObject({ code: 'platform/offline', status: 0 });
});

test('an aborted request stays an AbortError, which nobody has to be told of', async () => {
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => init.signal?.throwIfAborted());
  const signal = AbortSignal.abort();
  await expect(fetchJson('/x', { signal })).rejects.toMatchObject({ name: 'AbortError' });
});

test('json makes a POST unless the method is named', async () => {
  const fetch = answering('{}');
  await fetchJson('/a', { json: { title: 'x' } });
  await fetchJson('/a', { method: 'PATCH', json: { title: 'y' } });
  expect(fetch.mock.calls.map(([, init]) => [init?.method, init?.body])).toEqual([
    ['POST', '{"title":"x"}'],
    ['PATCH', '{"title":"y"}'],
  ]);
});

test('empty query values are left out', async () => {
  const fetch = answering('{"ok":true}');
  expect(await fetchJson('/a', { query: { search: '영화 & 밤', cursor: null, kind: '', limit: 0 } })).toEqual({
    ok: true,
  });
  expect(fetch.mock.calls[0]?.[0]).toBe('/a?search=%EC%98%81%ED%99%94+%26+%EB%B0%A4&limit=0');
});

test('204 has no value', async () => {
  answering(null, { status: 204 });
  expect(await fetchJson('/a')).toBeUndefined();
});
