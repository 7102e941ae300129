import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import * as DOORS from '@/app/api/openapi.json/doors';
import { GET } from '@/app/api/openapi.json/route';
import { doorsText, LIST_OF_DOORS, routeFiles } from '@/scripts/doors-text';
import { doorsIn } from './doors-in';
import { operationOf } from './open-api-operation';

const read = async () => (await GET(new Request('http://boxoffice.test/api/openapi.json'))).json();

test('the list of doors names every route handler of the API: after adding one run npm run doors', () => {
  expect(readFileSync(LIST_OF_DOORS, 'utf8')).toBe(doorsText(routeFiles()));
});

test('the document is valid OpenAPI 3.1', async () => {
  expect(await new Validator().validate(await read())).toMatchObject({ valid: true });
});

test('the document says of an operation what its door declares', async () => {
  const document = await read();
  const join = document.paths['/api/v1/ads/{id}/participations'].post;
  expect(join).toMatchObject({ operationId: 'post-ads-id-participations', tags: ['ads'] });
  expect(join.parameters.map((one: { name: string }) => one.name)).toEqual(['id', 'Idempotency-Key']);
  expect(join.responses['201'].content['application/json'].schema.required).toContain('rewardPoints');
  expect(document.paths['/api/v1/events'].post.security).toContainEqual({ publishableKey: [] });
});

test('every operation has a name of its own', async () => {
  const { paths } = await read();
  const names = Object.values<Record<string, { operationId: string }>>(paths).flatMap((path) =>
    Object.values(path).map((operation) => operation.operationId),
  );
  expect(new Set(names).size).toBe(names.length);
});

const doors = doorsIn(DOORS);

test.each(doors.filter(({ declaration }) => declaration.body))(
  '$method $path takes the body of its example',
  (door) => {
    const example = operationOf(door, new Date()).requestBody?.content['application/json']?.example;
    expect((door.declaration.bodyShape ?? door.declaration.body)?.safeParse(example)).toMatchObject({ success: true });
  },
);

test('every operation says what it answers, and what is wrong without a key', () => {
  const operations = doors.map((door) => ({ door, operation: operationOf(door, new Date()) }));
  const answersUnsaid = operations.filter(({ door: { declaration }, operation }) => {
    const answers = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
    return answers.length !== 1 || (declaration.scope !== null && !operation.responses['401']);
  });
  expect(answersUnsaid).toEqual([]);
});
