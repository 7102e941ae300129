import { expect } from 'vitest';
import { problemCatalog } from '../problem-catalog';
import type { Declared } from '../route';
import { expectAsDocumented } from './expect-as-documented';

const catalog = problemCatalog();

/** What only our own code and database say to each other. */
const INNARDS =
  /node_modules|\/lib\/|\.ts:\d+|\n\s+at |\bselect .* from\b|insert into|violates|syntax error|invalid input syntax|invalid byte|drizzle|_pkey|_fkey|_key\b/i;

/** Holds an answer, whatever was sent, to what is promised of all: no failure of ours, none of our innards, as documented. */
export async function judgeAnswer(declaration: Declared, response: Response): Promise<number> {
  const { status, headers } = response;
  const type = headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream')) await response.body?.cancel();
  const text = type.startsWith('text/event-stream') ? '' : await response.text();
  expect(status === 503 && text.includes('platform/busy') ? 503 : Math.min(status, 500), text.slice(0, 500)).not.toBe(
    500,
  );
  if (status >= 400) {
    const problem = JSON.parse(text);
    expect(text).not.toMatch(INNARDS);
    expect(type).toBe('application/problem+json');
    expect(catalog.get(problem.code)?.status, `${problem.code} is in the catalogue of problems`).toBe(status);
    expectAsDocumented(declaration, status, problem);
  } else if (type.startsWith('application/json') || text === '') {
    expectAsDocumented(declaration, status, text === '' ? null : JSON.parse(text));
  }
  return status;
}
