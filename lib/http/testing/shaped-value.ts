import fc from 'fast-check';
import { z } from 'zod';
import { hostileCursor } from './hostile-values';

const Shape = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  format: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).default([]),
});
type Shape = z.infer<typeof Shape>;

/** Values that a JSON Schema describes. The name of a field often says more about it than its schema. */
export function shapedValue(schema: unknown, name = ''): fc.Arbitrary<unknown> {
  const shape = Shape.parse(schema);
  if ('const' in shape) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => shapedValue(choice, name)));
  const types = shape.type === undefined ? ['anything'] : [shape.type].flat();
  return fc.oneof(...types.map((type) => valueOfType(type, shape, name)));
}

function valueOfType(type: string, shape: Shape, name: string): fc.Arbitrary<unknown> {
  if (type === 'string') return textOf(shape, name);
  if (type === 'integer' || type === 'number') return numberOf(shape, name);
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'array') return listOf(shape, name);
  if (type === 'object' && shape.properties) return objectOf(shape, shape.properties);
  return fc.jsonValue({ maxDepth: 2 });
}

function textOf({ format, minLength = 0, maxLength = 60 }: Shape, name: string): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time') return moment();
  const known = Object.entries(KNOWN).find(([pattern]) => new RegExp(`^(${pattern})$`).test(name))?.[1];
  return known?.() ?? fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 40) });
}

const moment = () =>
  fc
    .date({ min: new Date('2026-01-01'), max: new Date(Date.now() + 86_400_000), noInvalidDate: true })
    .map((at) => at.toISOString());
const day = () =>
  fc.oneof(
    { arbitrary: moment().map((at) => at.slice(0, 10)), weight: 5 },
    { arbitrary: fc.constantFrom('1900-01-01', '9999-12-31', '9999-12-30', '2028-02-29', '0001-01-01'), weight: 1 },
  );

const KNOWN: Record<string, () => fc.Arbitrary<string>> = {
  'day|date|from|to|effectiveOn': day,
  'startsAt|endsAt|at': () => fc.oneof(day(), moment()),
  month: () => day().map((text) => text.slice(0, 7)),
  'memberId|viewerId|authorId|anonymousId': () => fc.constantFrom('another-member', 'nobody', 'm'),
  viewer: () => fc.constantFrom('m:another-member', 'a:browser', 'i:0'),
  'url|imageUrl': () => fc.constantFrom('https://films.example/a.mp4', '/assets/none.webp'),
  cursor: hostileCursor,
  bank: () => fc.constantFrom('004', '088'),
  number: () => fc.constantFrom('110-123-456789', '12345678901'),
  businessNumber: () => fc.constant('123-45-67891'),
};

function numberOf({ minimum, exclusiveMinimum, maximum }: Shape, name: string): fc.Arbitrary<number> {
  const min = minimum ?? (exclusiveMinimum ?? -1) + 1;
  const max = maximum ?? Number.MAX_SAFE_INTEGER;
  const usual = fc.integer({ min, max: Math.min(max, min + (/Id$/.test(name) ? 8 : 500)) });
  return fc.oneof({ arbitrary: usual, weight: 4 }, { arbitrary: fc.constantFrom(min, max), weight: 1 });
}

const listOf = ({ items, minItems = 0, maxItems = 20 }: Shape, name: string): fc.Arbitrary<unknown> =>
  fc.oneof(
    {
      arbitrary: fc.array(shapedValue(items ?? {}, name), {
        minLength: minItems,
        maxLength: Math.min(maxItems, minItems + 3),
      }),
      weight: 9,
    },
    { arbitrary: shapedValue(items ?? {}, name).map((one) => Array(maxItems + 1).fill(one)), weight: 1 },
  );

const objectOf = ({ required }: Shape, properties: Record<string, unknown>): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, shapedValue(schema, name)])), {
    requiredKeys: required.filter((name) => name in properties),
  });
