import fc from 'fast-check';
import type { Operation } from '../open-api-operation';
import { hostileBody, hostileText, hostileValue } from './hostile-values';
import { shapedValue } from './shaped-value';

/** What a client sends to one operation; `params` as Next hands them over, decoded. */
export type FuzzedRequest = {
  params: Record<string, string>;
  query: [string, string][];
  body: string | Uint8Array<ArrayBuffer> | null;
  headers: Record<string, string>;
};

/** Requests to an operation of the API document: mostly in its shapes, often with one thing wrong, sometimes all. */
export function fuzzedRequest(
  { parameters, requestBody }: Operation,
  method: string,
  names: string[],
): fc.Arbitrary<FuzzedRequest> {
  const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => [name, pathPart(names)]);
  const inQuery = parameters.filter((one) => one.in === 'query').map(({ name, schema }) => queryPart(name, schema));
  const [[type = '', content] = []] = Object.entries(requestBody?.content ?? {});
  const body = method === 'GET' ? fc.constant(null) : content ? bodyOf(content.schema) : hostileBody();
  return fc.record({
    params: fc.record(Object.fromEntries(inPath)),
    query: fc.tuple(...inQuery, fc.array(strangePart(), { maxLength: 1 })).map((parts) => parts.flat()),
    body,
    headers: headersOf(type || 'application/json'),
  });
}

const pathPart = (names: string[]) =>
  fc.oneof({ arbitrary: fc.constantFrom(...names), weight: 3 }, { arbitrary: hostileText(), weight: 1 });

type Part = [string, string];

/** A parameter once, twice or not at all. */
const queryPart = (name: string, schema: unknown): fc.Arbitrary<Part[]> =>
  fc.oneof(
    { arbitrary: shapedValue(schema, name).map((value): Part[] => [[name, String(value)]]), weight: 8 },
    { arbitrary: fc.constant<Part[]>([]), weight: 4 },
    { arbitrary: hostileText().map((text): Part[] => [[name, text]]), weight: 1 },
    {
      arbitrary: fc.tuple(hostileText(), hostileText()).map((texts): Part[] => texts.map((text) => [name, text])),
      weight: 1,
    },
  );

const strangePart = (): fc.Arbitrary<Part> => fc.tuple(fc.constantFrom('__proto__', 'x', 'key', ''), hostileText());

const bodyOf = (schema: unknown): fc.Arbitrary<string | Uint8Array<ArrayBuffer> | null> =>
  fc.oneof(
    { arbitrary: shapedValue(schema).map(textOf), weight: 5 },
    {
      arbitrary: fc
        .tuple(shapedValue(schema), fc.nat(), hostileValue())
        .map((parts) => textOf(withOneReplaced(...parts))),
      weight: 6,
    },
    { arbitrary: hostileValue().map(textOf), weight: 1 },
    { arbitrary: hostileBody(), weight: 1 },
    { arbitrary: fc.constant(null), weight: 1 },
  );

const textOf = (value: unknown) => JSON.stringify(value) ?? '';

/** The value with one of its leaves, the one of this number, put in place by another. */
function withOneReplaced(value: unknown, which: number, by: unknown): unknown {
  const leaves = countLeaves(value);
  let left = which % leaves;
  const walk = (node: unknown): unknown => {
    if (!isBranch(node)) return left-- === 0 ? by : node;
    if (Array.isArray(node)) return node.map(walk);
    return Object.fromEntries(Object.entries(node).map(([name, inner]) => [name, walk(inner)]));
  };
  return walk(value);
}

const isBranch = (node: unknown): node is object =>
  typeof node === 'object' && node !== null && Object.keys(node).length > 0;

const countLeaves = (node: unknown): number =>
  !isBranch(node) ? 1 : Object.values(node).reduce<number>((sum, inner) => sum + countLeaves(inner), 0);

/** Headers that are read somewhere; a header holds bytes, so that not every text can be one. */
const headersOf = (type: string): fc.Arbitrary<Record<string, string>> =>
  fc.record(
    {
      'content-type': fc.oneof(
        { arbitrary: fc.constant(type), weight: 8 },
        {
          arbitrary: fc.constantFrom('', 'text/plain', 'multipart/form-data', 'multipart/form-data; boundary=x', '%'),
          weight: 1,
        },
      ),
      'accept-language': fc.constantFrom('', 'en', '*;q=2', 'x'.repeat(5000), '-,;q=a'),
      'idempotency-key': fc.constantFrom('', 'a key', 'é', 'x'.repeat(256), '"'),
      'content-length': fc.constantFrom('NaN', '-1'),
      'x-request-id': fc.constantFrom('', 'x'.repeat(500), '"><'),
      'x-forwarded-for': fc.constantFrom('', '::ffff:1.2.3.4', 'not an address', '1.2.3.4, %'),
      'x-forwarded-proto': fc.constantFrom('', 'javascript', 'https,http'),
      host: fc.constantFrom('', 'a b', '[::1', 'evil.example:99999'),
      origin: fc.constantFrom('null', '', 'https://', 'https://evil.example'),
      'if-none-match': fc.constantFrom('*', '"'),
      range: fc.constantFrom('bytes=', 'bytes=-0', 'bytes=9999999999999999999-', 'x'),
    },
    { requiredKeys: ['content-type'] },
  );
