import { expect, test, vi } from 'vitest';
import { GET as getContent } from '@/app/api/v1/contents/[id]/route';
import { resetEnv } from '@/lib/platform/env';
import { bearer, call } from './testing/call';

test('a request is one line: its id, method, route, status, time and sort of actor, and nothing of who or what', async () => {
  process.env.LOG_LEVEL = 'info';
  resetEnv();
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const { authorization, key } = await bearer(['contents:read']);
  const headers = { authorization, 'x-request-id': 'req-7', 'x-forwarded-for': '203.0.113.9' };
  const path = '/api/v1/contents/4711?secret=word';
  await call(getContent, { path, params: { id: '4711' }, headers });
  const lines = said.mock.calls.map(([line]) => String(line)).filter((line) => line.includes('req-7'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(
    /info request requestId=req-7 method=GET route=\/api\/v1\/contents\/\[id\] status=404 milliseconds=\d+ actor=key\n$/,
  );
  for (const word of [key, '4711', 'word', '203.0.113.9']) expect(lines[0]).not.toContain(word);
});
