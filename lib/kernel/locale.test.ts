import { expect, test } from 'vitest';
import { localeOf } from './locale';

test.each([
  [undefined, null, 'ko'],
  [undefined, 'fr-FR,de;q=0.8', 'ko'],
  [undefined, 'en-GB,en;q=0.9,ko;q=0.8', 'en'],
  [undefined, 'fr, en;q=0.5, ko;q=0.9', 'ko'],
  [undefined, 'en;q=0, ko;q=0.1', 'ko'],
  ['en', 'ko', 'en'],
  ['xx', 'en', 'en'],
])('chosen %s with Accept-Language %s reads %s', (chosen, acceptLanguage, locale) => {
  expect(localeOf(chosen, acceptLanguage)).toBe(locale);
});
