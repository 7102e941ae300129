import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { KeyScope } from '@/lib/accounts/schema';
import { EventInput } from '@/lib/events/schema';
import { exampleRequest } from './example-request';

const moment = {
  origin: 'http://127.0.0.1:3000',
  eventId: '0192e0a0-0000-7000-8000-000000000001',
  at: '2026-11-21T03:00:00.000Z',
};

/** What a shell hands to curl. */
function wordsOf(line: string | null): string[] {
  const script = `curl() { for word in "$@"; do printf '%s\\n' "$word"; done; }; ${line}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).trimEnd().split('\n');
}

test.each(['secret', 'publishable'] as const)('a %s key posts one event in the shape of the door', (kind) => {
  const words = wordsOf(exampleRequest({ key: 'bo_k', kind, scopes: ['events:write'] }, moment));
  expect(words).toContain('http://127.0.0.1:3000/api/v1/events');
  expect(words).toContain('Authorization: Bearer bo_k');
  const [event, ...rest] = JSON.parse(words.at(-1) ?? '');
  expect(rest).toEqual([]);
  expect(EventInput.safeParse(event)).toMatchObject({ success: true });
});

test('a key of all scopes posts an event too', () => {
  expect(wordsOf(exampleRequest({ key: 'bo_k', kind: 'secret', scopes: ['*'] }, moment))).toContain('-d');
});

test('a key that may not write is shown what it may read', () => {
  const line = (scope: string) => exampleRequest({ key: 'bo_k', kind: 'secret', scopes: [scope] }, moment);
  expect(wordsOf(line('stats:read'))).toContain('http://127.0.0.1:3000/api/v1/stats?from=2026-11-21&to=2026-11-21');
  // Whatever asks for a day, an id or a body is not short enough to show.
  const without = KeyScope.options.filter((scope) => line(scope) === null);
  expect(without).toEqual(expect.arrayContaining(['events:read', 'contents:write', 'ads:join', 'members:read']));
  expect(KeyScope.options.filter((scope) => line(scope) !== null).length).toBeGreaterThan(9);
});
