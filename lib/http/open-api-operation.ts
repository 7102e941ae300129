import { z } from 'zod';
import type { Door } from './open-api';
import { tagOf } from './open-api';
import { refusalsOf } from './refusals-of';
import type { Declared, Example } from './route';
import { sampleOf } from './sample-of';

export type Schema = Record<string, unknown>;
export type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: Schema;
  example?: unknown;
};
export type Content = Record<string, { schema: Schema; example?: unknown }>;
export type Operation = {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, { description: string; content?: Content; $ref?: string }>;
};

/** One operation of the document, from what its door declares; times of its examples are `now`. */
export function operationOf(door: Door, now: Date): Operation {
  const { declaration } = door;
  const example = declaration.example?.(now) ?? {};
  const requestBody = bodyOf(declaration, example.body, now);
  const parameters = [...pathParameters(door), ...queryParameters(declaration), ...headerParameters(declaration)];
  return {
    operationId: idOf(door),
    tags: [tagOf(door)],
    summary: declaration.summary,
    description: whoMay(declaration),
    security: securityOf(declaration),
    parameters: parameters.map((parameter) => ({ ...parameter, ...exampleOf(parameter, example, now) })),
    ...(requestBody && { requestBody }),
    responses: {
      [declaration.status ?? (answersNothing(declaration) ? 204 : 200)]: answerOf(declaration, now),
      ...refusalsOf(declaration),
    },
  };
}

/** What is needed has an example, and what the door's own example names. */
function exampleOf({ name, in: where, required, schema }: Parameter, given: Example, now: Date) {
  const own = where === 'path' ? given.params?.[name] : given.query?.[name];
  if (own !== undefined) return { example: own };
  return required ? { example: sampleOf(schema, now, name) } : {};
}

/** The shape in JSON Schema 2020-12, as it is sent (`input`) or answered (`output`). */
export function jsonSchemaOf(shape: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any', cycles: 'ref' });
  return schema;
}

const idOf = ({ method, path }: Door) =>
  [method.toLowerCase(), ...path.replace('/api/v1/', '').split(/[^A-Za-z0-9]+/)].filter(Boolean).join('-');

function whoMay({ scope, idempotent }: Declared): string {
  const whom =
    scope === null
      ? 'Open to everybody.'
      : scope === 'signed-in'
        ? 'Wants a person who is signed in.'
        : `Wants the scope ${[scope].flat().join(' or ')}, or a person whose role has it.`;
  return idempotent ? `${whom} Honours Idempotency-Key: the same key and body get the first answer.` : whom;
}

function securityOf({ scope, crossOrigin }: Declared): Record<string, string[]>[] {
  if (scope === null) return [];
  if (scope === 'signed-in') return [{ session: [] }];
  return [{ key: [] }, ...(crossOrigin ? [{ publishableKey: [] }] : []), { session: [] }];
}

function pathParameters({ path, declaration }: Door): Parameter[] {
  const schemas = propertiesOf(declaration.params);
  const names = [...path.matchAll(/\[(\w+)\]/g)].map((match) => match[1] ?? '');
  return names.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: schemas.get(name)?.schema ?? { type: 'string' },
  }));
}

function queryParameters({ query }: Declared): Parameter[] {
  return [...propertiesOf(query)].map(([name, { schema, required }]) => ({ name, in: 'query', required, schema }));
}

function headerParameters({ idempotent }: Declared): Parameter[] {
  return idempotent ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } }] : [];
}

function propertiesOf(shape: z.ZodType | undefined): Map<string, { schema: Schema; required: boolean }> {
  if (!shape) return new Map();
  const Properties = z.object({
    properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
    required: z.array(z.string()).default([]),
  });
  const { properties, required } = Properties.parse(jsonSchemaOf(shape, 'input'));
  return new Map(
    Object.entries(properties).map(([name, schema]) => [name, { schema, required: required.includes(name) }]),
  );
}

function bodyOf({ body, bodyShape, emptyBody, consumes }: Declared, given: unknown, now: Date) {
  const shape = bodyShape ?? body;
  if (!shape && !consumes) return undefined;
  const schema = shape ? jsonSchemaOf(shape, 'input') : { type: 'string' };
  const example = given ?? (shape && sampleOf(schema, now));
  const media = { schema, ...(example !== undefined && { example }) };
  return { required: !emptyBody, content: { [consumes ?? 'application/json']: media } };
}

const answersNothing = ({ response, produces }: Declared) => !response && !produces;

function answerOf({ response, produces }: Declared, now: Date) {
  const description = response || produces ? 'Done.' : 'Done; nothing is answered.';
  if (produces) return { description, content: { [produces]: { schema: { type: 'string' } } } };
  if (!response) return { description };
  const schema = jsonSchemaOf(response, 'output');
  return { description, content: { 'application/json': { schema, example: sampleOf(schema, now) } } };
}
