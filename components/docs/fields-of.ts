import type { JsonSchema } from './api-operation';

export type SchemaField = { path: string; type: string; required: boolean; limits: string };

const DEEPEST = 4;

/** The fields of a shape, one below the other with their path: `events[].id`. */
export function fieldsOf(schema: JsonSchema, path = '', required = true, depth = 0): SchemaField[] {
  const own = path === '' ? [] : [{ path, type: typeOf(schema), required, limits: limitsOf(schema) }];
  if (depth >= DEEPEST) return own;
  return [...own, ...below(schema, path, depth + 1)];
}

function below(schema: JsonSchema, path: string, depth: number): SchemaField[] {
  const choice = choicesOf(schema).find(({ type }) => type !== 'null');
  if (choice) return below(choice, path, depth);
  if (isSchema(schema.items)) return below(schema.items, `${path}[]`, depth);
  const needed = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(isSchema(schema.properties) ? schema.properties : {}).flatMap(([name, field]) =>
    isSchema(field) ? fieldsOf(field, path === '' ? name : `${path}.${name}`, needed.includes(name), depth) : [],
  );
}

function typeOf(schema: JsonSchema): string {
  const choices = choicesOf(schema);
  if (choices.length > 0) return [...new Set(choices.map(typeOf))].join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (isSchema(schema.items)) return `${typeOf(schema.items)}[]`;
  return [schema.type].flat().filter(Boolean).join(' | ') || 'any';
}

function limitsOf(schema: JsonSchema): string {
  const [inner = schema] = choicesOf(schema).filter(({ type }) => type !== 'null');
  const { format, minimum, maximum, minLength, maxLength, minItems, maxItems } = inner;
  const range = (least: unknown, most: unknown, unit: string) =>
    least === undefined && (most === undefined || most === Number.MAX_SAFE_INTEGER)
      ? null
      : `${least ?? ''} – ${most === Number.MAX_SAFE_INTEGER ? '' : (most ?? '')}${unit}`;
  const parts = [
    format,
    range(minimum, maximum, ''),
    range(minLength, maxLength, ' chars'),
    range(minItems, maxItems, ' items'),
  ];
  const fallback = schema.default === undefined ? null : `= ${JSON.stringify(schema.default)}`;
  return [...parts, fallback].filter(Boolean).join(', ');
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;

const choicesOf = ({ anyOf, oneOf }: JsonSchema): JsonSchema[] =>
  [anyOf, oneOf].flatMap((choices) => (Array.isArray(choices) ? choices.filter(isSchema) : []));
