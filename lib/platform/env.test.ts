import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { envSchema, parseEnv } from './env';

const example = readFileSync('.env.example', 'utf8')
  .split('\n')
  .filter((line) => /^[A-Z]/.test(line))
  .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const);

test('.env.example names every setting, in the order of the schema', () => {
  expect(example.map(([name]) => name)).toEqual(Object.keys(envSchema.shape));
});

test('the values of .env.example are accepted', () => {
  const settings = parseEnv(Object.fromEntries(example));
  expect(settings).toMatchObject({ PORT: 3000, ADMIN_EMAILS: ['you@example.com'] });
  expect(settings.REDIS_URL).toBeUndefined();
});

test('an empty setting is one that is not set', () => {
  const needed = { BOXOFFICE_SECRET: 'a'.repeat(32), DATABASE_URL: 'postgres://127.0.0.1/x' };
  const empty = Object.fromEntries(Object.keys(envSchema.shape).map((name) => [name, '']));
  expect(parseEnv({ ...empty, ...needed })).toEqual(parseEnv(needed));
});

test('every wrong setting is named at once, with its remedy', () => {
  const wrong = { BOXOFFICE_SECRET: 'short', PORT: 'x', GOOGLE_ISSUER: 'google' };
  expect(() => parseEnv({})).toThrow(/BOXOFFICE_SECRET: needs at least 32.*DATABASE_URL: is needed/s);
  expect(() => parseEnv(wrong)).toThrow(/BOXOFFICE_SECRET: needs at least 32.*PORT.*DATABASE_URL.*GOOGLE_ISSUER/s);
});

test('a bucket without its keys is refused, with what is missing', () => {
  const needed = { BOXOFFICE_SECRET: 'a'.repeat(32), DATABASE_URL: 'postgres://127.0.0.1/x' };
  expect(() => parseEnv({ ...needed, ASSET_S3_BUCKET: 'pictures' })).toThrow(
    /ASSET_S3_ACCESS_KEY_ID: is needed with ASSET_S3_BUCKET.*ASSET_S3_SECRET_ACCESS_KEY: is needed/s,
  );
  expect(() => parseEnv({ ...needed, ASSET_S3_ENDPOINT: 'https://s3.example.com' })).toThrow(/ASSET_S3_BUCKET/);
  const whole = { ASSET_S3_BUCKET: 'b', ASSET_S3_ACCESS_KEY_ID: 'i', ASSET_S3_SECRET_ACCESS_KEY: 's' };
  expect(parseEnv({ ...needed, ...whole })).toMatchObject(whole);
});

test('several processes want a Redis, of either kind', () => {
  const needed = { BOXOFFICE_SECRET: 'a'.repeat(32), DATABASE_URL: 'postgres://127.0.0.1/x', WEB_CONCURRENCY: '2' };
  expect(() => parseEnv(needed)).toThrow(/WEB_CONCURRENCY: needs Redis.*set REDIS_URL/);
  expect(parseEnv({ ...needed, WEB_CONCURRENCY: '1' }).WEB_CONCURRENCY).toBe(1);
  expect(parseEnv({ ...needed, REDIS_URL: 'redis://127.0.0.1' }).WEB_CONCURRENCY).toBe(2);
  expect(
    parseEnv({ ...needed, UPSTASH_REDIS_REST_URL: 'https://x.example', UPSTASH_REDIS_REST_TOKEN: 't' }).WEB_CONCURRENCY,
  ).toBe(2);
});

test.each([
  ['UPSTASH_REDIS_REST_URL', 'https://x.example', 'UPSTASH_REDIS_REST_TOKEN'],
  ['UPSTASH_REDIS_REST_TOKEN', 't', 'UPSTASH_REDIS_REST_URL'],
  ['GOOGLE_CLIENT_ID', 'id', 'GOOGLE_CLIENT_SECRET'],
  ['GOOGLE_CLIENT_SECRET', 's', 'GOOGLE_CLIENT_ID'],
])('%s alone is refused instead of passed over', (name, value, other) => {
  const needed = { BOXOFFICE_SECRET: 'a'.repeat(32), DATABASE_URL: 'postgres://127.0.0.1/x' };
  expect(() => parseEnv({ ...needed, [name]: value })).toThrow(`${other}: is needed with ${name}`);
});

test.each([
  ['CLICK_DAILY_CAP', 1_000_000],
  ['VIEW_DAILY_CAP', 1_000_000],
  ['CLICK_WINDOW_MILLISECONDS', 86_400_000],
  ['VIEW_WINDOW_MILLISECONDS', 86_400_000],
] as const)('%s is at most what the judging of a day can count', (name, most) => {
  const needed = { BOXOFFICE_SECRET: 'a'.repeat(32), DATABASE_URL: 'postgres://127.0.0.1/x' };
  expect(parseEnv({ ...needed, [name]: String(most) })[name]).toBe(most);
  expect(() => parseEnv({ ...needed, [name]: String(most + 1) })).toThrow(name);
});

test('a time zone that does not exist is refused at the start, not at the first day that is asked for', () => {
  const needed = { BOXOFFICE_SECRET: 'a'.repeat(32), DATABASE_URL: 'postgres://127.0.0.1/x' };
  expect(() => parseEnv({ ...needed, BUSINESS_TIME_ZONE: 'Asia/Soul' })).toThrow(/BUSINESS_TIME_ZONE: is no time zone/);
  expect(parseEnv({ ...needed, BUSINESS_TIME_ZONE: 'America/New_York' }).BUSINESS_TIME_ZONE).toBe('America/New_York');
});
