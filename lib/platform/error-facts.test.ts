import { expect, test } from 'vitest';
import { errorFacts } from './error-facts';
import { makeLog } from './log';
import { readableLines } from './readable-lines';

test('no value that somebody sent is in what the log tells of an error', () => {
  const cause = Object.assign(new Error('invalid input syntax for type integer: "ann@example.com"'), { code: '22P02' });
  const facts = errorFacts(new Error('Failed query: select $1\nparams: ann,ann@example.com', { cause }));
  expect(facts).toMatchObject({ message: 'Failed query: select $1', cause: { code: '22P02' } });
  expect(JSON.stringify(facts)).not.toContain('ann');
  expect(facts.stack?.[0]).toMatch(/^at /);
});

test('an error whose causes lead in a circle is told all the same', () => {
  const error = new Error('one');
  error.cause = error;
  expect(errorFacts(error).cause?.cause).toMatchObject({ message: 'one' });
  expect(errorFacts('a word')).toEqual({ name: 'string', message: 'a word' });
});

test('a line of the log is one line of JSON with time, level and what is told', () => {
  const lines: string[] = [];
  const log = makeLog({ write: (line) => lines.push(line) }, 'info');
  log.debug('not this');
  log.info({ route: '/api/v1/stats', status: 200 }, 'request');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'info',
    msg: 'request',
    route: '/api/v1/stats',
    status: 200,
  });
});

test('in development a line is words, and an error has its stack below', () => {
  const said: string[] = [];
  console.error = (text: string) => said.push(text);
  makeLog(readableLines(), 'info').error({ requestId: 'r1', error: errorFacts(new Error('broke')) }, 'unexpected');
  expect(said[0]).toMatch(/^\d\d:\d\d:\d\d error unexpected requestId=r1\n {2}\{.*broke.*\n {4}at /s);
});
