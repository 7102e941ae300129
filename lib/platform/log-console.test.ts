import { expect, test } from 'vitest';
import { makeLog } from './log';
import { logConsole } from './log-console';

function said(speak: (console: Pick<Console, 'warn' | 'error'>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  const own = { warn: () => {}, error: () => {} };
  logConsole(own, () => makeLog({ write: (line) => lines.push(line) }, 'info'));
  speak(own);
  return lines.map((line) => JSON.parse(line));
}

test('what others say on the console is a line of the log, and an error in it keeps its place but no values', () => {
  const error = new Error('Failed query: select $1\nparams: ann');
  const [line] = said((console) => console.error(' ⨯', error, { email: 'ann@example.com' }));
  expect(line).toMatchObject({ level: 'error', msg: '⨯', error: { message: 'Failed query: select $1' } });
  expect(JSON.stringify(line)).not.toContain('ann');
});

test('no address of a mail, and no password of a database, is in a line', () => {
  const lines = said((console) => {
    console.warn('The mail server fails: 452 <ann@example.com> is full');
    console.warn('cannot reach postgres://boxoffice:secret@db:5432/boxoffice');
  });
  expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
    ['warn', 'The mail server fails: 452 <…> is full'],
    ['warn', 'cannot reach …'],
  ]);
});
