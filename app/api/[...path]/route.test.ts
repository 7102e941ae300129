import { expect, test } from 'vitest';
import { GET } from './route';

test('what is no door of the API is answered with a problem', async () => {
  const answer = await GET(new Request('http://boxoffice.test/api/v1/nope', { headers: { 'x-request-id': 'mine' } }));
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ code: 'platform/no-such-door', requestId: 'mine' });
});
