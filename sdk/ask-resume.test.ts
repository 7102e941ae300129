import { expect, test } from 'vitest';
import { createBoxoffice } from './create-boxoffice';

type Answer = () => Promise<Response>;

function open(answer: Answer) {
  const asked: string[] = [];
  const fetch = (url: string) => {
    asked.push(url);
    return answer();
  };
  const nothing = { storage: null, listen: () => () => {}, after: () => () => {} };
  const options = { key: 'bo_pk_test', endpoint: 'https://a.test/api/v1/events' };
  return { asked, boxoffice: createBoxoffice(options, { fetch, ...nothing }) };
}

test('asks where this very viewer goes on, anonymous or named', async () => {
  const { asked, boxoffice } = open(async () => Response.json({ resumeAtSeconds: 420 }));
  expect(await boxoffice.resumeAt(7)).toBe(420);
  boxoffice.identify({ id: 'ann lee', token: 'signed' });
  expect(await boxoffice.resumeAt(8)).toBe(420);
  const [anonymous, named] = asked.map((url) => new URL(url));
  expect(anonymous?.pathname).toBe('/api/v1/videos/7');
  expect([...(anonymous?.searchParams.keys() ?? [])]).toEqual(['anonymousId']);
  expect(named?.searchParams.get('viewerId')).toBe('ann lee');
  expect(named?.searchParams.get('viewerToken')).toBe('signed');
  expect(named?.searchParams.get('anonymousId')).toBe(anonymous?.searchParams.get('anonymousId'));
});

test.each<[string, Answer]>([
  ['no network', () => Promise.reject(new TypeError('offline'))],
  ['a refusal', async () => Response.json({ code: 'streaming/video-not-found' }, { status: 404 })],
  ['no JSON', async () => new Response('<html>')],
])('%s is the start', async (_, answer) => {
  expect(await open(answer).boxoffice.resumeAt(7)).toBe(0);
});
