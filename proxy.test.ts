import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { config, proxy } from './proxy';

const [matcher = ''] = config.matcher;
const isPage = (path: string) => new RegExp(`^${matcher}$`).test(path);

test.each(['/', '/overview', '/abuse/m%3Aann.lee', '/board/1.a', '/problems/ads/sold-out', '/nope.html', '/sdk.js/x'])(
  'a page has a policy of its own, also at %s',
  (path) => {
    expect(isPage(path)).toBe(true);
    const policies = [1, 2].map(() =>
      proxy(new NextRequest(`http://boxoffice.test${path}`)).headers.get('content-security-policy'),
    );
    expect(policies[0]).toContain("frame-ancestors 'none'");
    expect(policies[0]).not.toBe(policies[1]);
  },
);

test.each([
  '/api/v1/ads',
  '/_next/static/chunks/a.js',
  '/assets/a.webp',
  '/sdk.js',
  '/sdk.mjs',
  '/icon.svg',
  '/robots.txt',
])('%s is no page', (path) => {
  expect(isPage(path)).toBe(false);
});
