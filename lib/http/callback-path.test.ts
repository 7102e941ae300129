import { expect, test } from 'vitest';
import { callbackPath } from './callback-path';

test.each([
  ['/overview', '/overview'],
  ['/contents/12?sort=title#top', '/contents/12?sort=title#top'],
  ['/a/../keys', '/keys'],
])('a path of our own stays: %s', (wanted, path) => {
  expect(callbackPath(wanted)).toBe(path);
});

test.each([
  undefined,
  null,
  '',
  'overview',
  ['/a', '/b'],
  'https://evil.example/overview',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  'http://boxoffice.invalid/overview',
])('anything else leads home: %j', (wanted) => {
  expect(callbackPath(wanted)).toBe('/');
});
