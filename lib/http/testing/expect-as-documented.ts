import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { openApiOf } from '../open-api';
import { jsonSchemaOf } from '../open-api-operation';
import type { Declared } from '../route';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

const checks = new WeakMap<Declared, ValidateFunction>();
const problem = ajv.compile(openApiOf([], 'http://boxoffice.test', new Date()).components.schemas.Problem);

/** Holds an answer of a door to what the API document says of it. */
export function expectAsDocumented(declaration: Declared, status: number, json: unknown): void {
  if (status >= 400) expectValid(problem, json);
  else if (status < 300)
    expect(status, 'the status that the API document names').toBe(documentedStatus(declaration, json));
  if (status < 400 && declaration.response) expectValid(checkOf(declaration, declaration.response), json);
}

const documentedStatus = ({ status, response, produces }: Declared, json: unknown) =>
  status ?? (response || produces || json !== null ? 200 : 204);

function checkOf(declaration: Declared, response: NonNullable<Declared['response']>): ValidateFunction {
  const check = checks.get(declaration) ?? ajv.compile(jsonSchemaOf(response, 'output'));
  checks.set(declaration, check);
  return check;
}

function expectValid(check: ValidateFunction, json: unknown): void {
  expect(
    check(json) ? [] : check.errors,
    `the API document says otherwise of ${JSON.stringify(json)?.slice(0, 300)}`,
  ).toEqual([]);
}
