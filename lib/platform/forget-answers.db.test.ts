import { expect, test } from 'vitest';
import { db } from './database';
import { findAnswer, keepAnswer } from './first-answer';
import { forgetAnswers } from './forget-answers';

const NOW = new Date('2026-11-21T03:00:00Z');
const DAY = 86_400_000;
const named = (key: string) => ({ actor: 'key:1', key, requestHash: 'h' });

const keep = (key: string, age: number) =>
  keepAnswer(db(), named(key), { status: 201, body: '{}', now: new Date(NOW.getTime() - age) });

test('an answer is forgotten after seven days and not before', async () => {
  await keep('of today', 0);
  await keep('seven days old', 7 * DAY);
  await keep('a moment older', 7 * DAY + 1);
  expect(await forgetAnswers(db(), NOW)).toBe(1);
  expect(await findAnswer(db(), named('seven days old'))).not.toBeNull();
  expect(await findAnswer(db(), named('a moment older'))).toBeNull();
  expect(await forgetAnswers(db(), NOW)).toBe(0);
});

test('more of them than go at once all go', async () => {
  await db().$client.query(
    `insert into idempotent_answers (actor, key, request_hash, status, body, created_at)
     select 'key:2', n::text, 'h', 201, '{}', $1::timestamptz - interval '8 days' from generate_series(1, 20001) as n`,
    [NOW],
  );
  expect(await forgetAnswers(db(), NOW)).toBe(20_001);
});
