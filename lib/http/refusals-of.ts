import type { Declared } from './route';

type Refusal = { description: string; content: { 'application/problem+json': { schema: { $ref: string } } } };

/** The refusals of an operation by their status, as far as its declaration tells them, and any other one as `default`. */
export function refusalsOf(declared: Declared): Record<string, Refusal> {
  const { scope, params, query, body, bodyShape, consumes } = declared;
  const takesBody = Boolean(body || bodyShape || consumes);
  const answers: [string, boolean, string][] = [
    ['400', takesBody, 'The body could not be read.'],
    ['401', scope !== null, 'No key and no session, or one that is not known.'],
    ['403', scope !== null, 'The key lacks the scope, or the person the role; or it is about somebody else.'],
    ['404', params !== undefined, 'What the path names is not there, or not in your sight.'],
    ['413', takesBody, 'The body is larger than this door takes.'],
    [
      '422',
      Boolean(params || query || body),
      'Something has the wrong shape; `errors` names each place and the remedy.',
    ],
    ['429', true, 'Too many requests: send again after `Retry-After` seconds.'],
    ['503', true, 'The service is busy or a part of it is away: send again after `Retry-After` seconds.'],
    ['default', true, 'A refusal, and what to do about it.'],
  ];
  return Object.fromEntries(
    answers.filter(([, applies]) => applies).map(([status, , description]) => [status, refusal(description)]),
  );
}

const refusal = (description: string): Refusal => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
