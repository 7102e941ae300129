import fc from 'fast-check';

/** Texts that break what trusts its input: no letters, half letters, numbers and days past every edge, other languages. */
const TEXTS = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'x\udfff',
    '\ufeff',
    '\u202eright to left',
    '👩‍👩‍👧‍👦',
    'e\u0301',
    '\r\nx: y',
    '\t=1+1',
  ],
  ...['a'.repeat(300), '가'.repeat(3000), '﷽'.repeat(20_000), `${'a'.repeat(70_000)}!`],
  ...[
    "'; select pg_sleep(30); --",
    '" or ""="',
    '$1',
    '%',
    '%_%',
    '\\',
    '#{7*7}',
    '<script>',
    '../../etc/passwd',
    '__proto__',
  ],
  ...[
    '0',
    '-0',
    '-1',
    '0.5',
    '1e308',
    '1e999',
    'NaN',
    'Infinity',
    '0x10',
    '01',
    ' 1',
    '2147483648',
    '9007199254740993',
  ],
  ...['9223372036854775808', '9'.repeat(40), 'null', 'true', '[]', '{}', '1,2'],
  ...[
    '0000-00-00',
    '0001-01-01',
    '2026-02-30',
    '2026-13-01',
    '9999-12-31',
    '10000-01-01',
    '+275760-09-13',
    '-000001-01-01',
  ],
  ...[
    '2026-11-21T25:00:00Z',
    '9999-12-31T23:59:59.999999999Z',
    '2026-11-21T00:00:00+99:99',
    '2026-00',
    '9999-12',
    '0000-01',
  ],
];

const NUMBERS = [
  ...[0, -0, -1, 0.5, 5e-324, 2 ** 15, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 2 ** 53, -(2 ** 53)],
  ...[1e15, 1e18, 2 ** 63, 1e21, 1e308, -1e308],
];

/** What no client of ours sends as a text. */
export const hostileText = (): fc.Arbitrary<string> =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...TEXTS), weight: 5 },
    { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 1 },
    { arbitrary: hostileCursor(), weight: 1 },
    { arbitrary: fc.constantFrom('\0', 'm:\0', '\ud800', 'm:\ud800'), weight: 2 },
  );

/** A value of JSON that is probably not what is wanted there. */
export const hostileValue = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    hostileText(),
    fc.constantFrom<unknown>(...NUMBERS),
    fc.constantFrom<unknown>(
      null,
      true,
      false,
      [],
      {},
      [null],
      [[]],
      Array(600).fill(1),
      Array(600).fill({}),
      nested(60),
    ),
    fc.constantFrom<unknown>(JSON.parse('{"__proto__":{"admin":true},"constructor":1,"":null}'), nested(3000)),
    fc.jsonValue({ maxDepth: 3 }),
  );

/** Cursors that look like ours and hold something else. */
export const hostileCursor = (): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom<unknown>(...NUMBERS),
        fc.constantFrom<unknown>(...TEXTS.slice(0, 12), '2026-11-20', '1'),
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((key) => Buffer.from(JSON.stringify(key)).toString('base64url'));

/** Bodies that are no JSON, or more of it than anybody needs. */
export const hostileBody = (): fc.Arbitrary<string | Uint8Array<ArrayBuffer>> =>
  fc.constantFrom<string | Uint8Array<ArrayBuffer>>(
    ...[
      '',
      ' ',
      '{',
      '}',
      'null',
      '[]',
      '""',
      '0',
      'true',
      '{"a":1,"a":2}',
      '[1e999]',
      '{"a":\u0000}',
      '\ufeff{}',
      "{'a':1}",
    ],
    ...['['.repeat(200_000), '{"a":'.repeat(100_000), `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ...[
      `{"events":${'['.repeat(5000)}${']'.repeat(5000)}}`,
      `"${'x'.repeat(1024 * 1024)}"`,
      `[${'{},'.repeat(100_000)}{}]`,
    ],
    new Uint8Array([0xff, 0xfe, 0x00, 0x80]),
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  );

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value };
  return value;
}
