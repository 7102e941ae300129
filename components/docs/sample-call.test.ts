import { expect, test } from 'vitest';
import type { ApiOperation } from './api-operation';
import { fieldsOf } from './fields-of';
import { asCurl, asFetch, filledWithExamples, sampleCall } from './sample-call';

const operation: ApiOperation = {
  id: 'post-ads-id-participations',
  tag: 'ads',
  method: 'POST',
  path: '/api/v1/ads/{id}/participations',
  summary: 'Joins an ad.',
  description: '',
  open: false,
  parameters: [
    { name: 'id', in: 'path', required: true, schema: { type: 'string' }, example: 'a/b' },
    { name: 'limit', in: 'query', required: false, schema: { type: 'integer' } },
  ],
  body: { mediaType: 'application/json', schema: { type: 'object' }, example: { memberId: "o'neil" }, required: true },
  answer: { status: '201', mediaType: null, schema: null, example: undefined },
  refusals: [],
};
const filled = filledWithExamples(operation);

test('a call has its path filled in, and leaves out what nobody gave', () => {
  expect(sampleCall(operation, 'https://b.example', filled).url).toBe(
    'https://b.example/api/v1/ads/a%2Fb/participations',
  );
  const limited = { ...filled, values: { ...filled.values, limit: '5' } };
  expect(sampleCall(operation, '', limited).url).toBe('/api/v1/ads/a%2Fb/participations?limit=5');
});

test('a quote in a body survives the shell', () => {
  expect(asCurl(sampleCall(operation, '', filled))).toContain(`o'\\''neil`);
});

test('the call in JavaScript sends the body as JSON, and a key only where one is wanted', () => {
  const call = sampleCall(operation, '', filled);
  expect(asFetch(call)).toContain('body: JSON.stringify({');
  expect(asFetch(call)).toContain("authorization: 'Bearer ' + KEY");
  expect(asFetch({ ...call, open: true })).not.toContain('KEY');
});

test('fields are listed with their path, also those of lists and of one of several shapes', () => {
  const id = { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER };
  const item = { type: 'object', properties: { id, note: { anyOf: [{ type: 'string' }, { type: 'null' }] } } };
  const schema = { type: 'object', properties: { items: { type: 'array', items: item } }, required: ['items'] };
  expect(fieldsOf(schema)).toEqual([
    { path: 'items', type: 'object[]', required: true, limits: '' },
    { path: 'items[].id', type: 'integer', required: false, limits: '1 – ' },
    { path: 'items[].note', type: 'string | null', required: false, limits: '' },
  ]);
});
