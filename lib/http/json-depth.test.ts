import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from './body';
import { isDeeperThan } from './json-depth';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

// Keys and texts with the very characters that the count goes by.
const text = fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '"', '\\', 'a', '가') });
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    text,
    fc.integer(),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(text, tie('tree'), { maxKeys: 3 }),
  ),
}));

test('counts the brackets of any JSON, and none that stand in a text', () => {
  fc.assert(
    fc.property(tree, (value) => {
      const depth = depthOf(value);
      const json = JSON.stringify(value);
      expect([isDeeperThan(json, depth), isDeeperThan(json, depth - 1)]).toEqual([false, depth >= 1 || depth - 1 < 0]);
    }),
  );
});

test.each(['[', '{"a":', '{"a":[', '[{"[":'])('a mebibyte of %s is refused without being parsed', (bracket) => {
  const body = bracket.repeat(Math.floor((1024 * 1024) / bracket.length));
  expect(() => parseJson(body)).toThrow('platform/too-deep');
});

test('32 levels are read, 33 are not, and a quote that never ends is no JSON', () => {
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  expect(JSON.stringify(parseJson(nested(32)))).toBe(nested(32));
  expect(() => parseJson(nested(33))).toThrow('platform/too-deep');
  expect(() => parseJson(`["${'['.repeat(99)}\\"`)).toThrow('platform/malformed-json');
});
