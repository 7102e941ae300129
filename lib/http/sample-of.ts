import type { Schema } from './open-api-operation';

/** A value that a JSON schema allows: what is needed of an object, and one thing of one that needs nothing. Times are `now`, days yesterday. */
export function sampleOf(schema: Schema, now: Date, name = ''): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const choices = [schema.anyOf, schema.oneOf].find(Array.isArray);
  if (choices) return sampleOf(choices.find(({ type }: Schema) => type !== 'null') ?? {}, now, name);
  const [type] = [schema.type].flat();
  if (type === 'object') return sampleOfObject(schema, now);
  if (type === 'array') return isSchema(schema.items) ? [sampleOf(schema.items, now, name.replace(/s$/, ''))] : [];
  if (type === 'integer' || type === 'number') return numberOf(schema, name);
  if (type === 'boolean') return true;
  return type === 'null' || type === undefined ? null : textOf(schema, now, name);
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

function sampleOfObject({ properties, required }: Schema, now: Date): Record<string, unknown> {
  const entries = Object.entries(isSchema(properties) ? properties : {});
  const needed = entries.filter(([name]) => Array.isArray(required) && required.includes(name));
  const shown = needed.length > 0 ? needed : entries.slice(0, 1);
  return Object.fromEntries(shown.map(([name, shape]) => [name, isSchema(shape) ? sampleOf(shape, now, name) : null]));
}

function numberOf({ minimum, exclusiveMinimum }: Schema, name: string): number {
  const least = typeof minimum === 'number' ? minimum : typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : 0;
  return Math.max(NUMBERS.find(([pattern]) => pattern.test(name))?.[1] ?? 1, least < -1e9 ? 0 : least);
}

const NUMBERS: [RegExp, number][] = [
  [/points|pricePoints/i, 1000],
  [/seconds$/i, 300],
  [/won$/i, 12_000],
  [/milliseconds$/i, 40],
];

/** What a text of such a name looks like here; the first whose name fits and that the schema allows. */
function textOf({ pattern, format, maxLength }: Schema, now: Date, name: string): string {
  if (format === 'uuid') return '2d3f0b86-6f1c-4b8e-9d57-0d3c2a7f5e11';
  const most = typeof maxLength === 'number' ? maxLength : 200;
  const fits = (text: string) =>
    text.length <= most && (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text));
  const day = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10);
  const times: [RegExp, string][] = [
    [/month/i, day.slice(0, 7)],
    [/^day$|Day$|^date$|^from$|^to$|On$/, day],
    [/^at$|At$/, now.toISOString()],
  ];
  const named = [...times, ...TEXTS].filter(([names]) => names.test(name)).map(([, text]) => text);
  return [...named, 'text', '1', day, day.slice(0, 7), '09:00', now.toISOString(), 'm:member-42'].find(fits) ?? '';
}

const TEXTS: [RegExp, string][] = [
  [/viewer$/i, 'm:member-42'],
  [/member/i, 'member-42'],
  [/viewerId/i, 'member-42'],
  [/email/i, 'mina@example.com'],
  [/url$/i, 'https://example.com/a.png'],
  [/origin/i, 'https://example.com'],
  [/cursor/i, 'MQ'],
  [/title|name/i, 'Autumn festival'],
  [/body|text|intro/i, 'See you there!'],
  [/reason|note/i, 'asked by support'],
  [/scope/i, 'events:write'],
  [/code/i, 'ABCD-EFGH-JKLM'],
  [/reference/i, 'B-2026-11-1'],
  [/checksum/i, '9f86d081884c7d65'],
];
