import { expect, test } from 'vitest';
import { matchShortcut, type Sequence, type Shortcut } from './match-shortcut';

const shortcut = (keys: string, label = keys): Shortcut => ({ keys, label, act: () => {} });
const book = [shortcut('R'), shortcut('G O'), shortcut('G R'), shortcut('Mod+K'), shortcut('?')];

/** What each of these keys means, pressed 100 ms apart unless said otherwise. */
function press(keys: string[], { apart = 100, modified = false, typing = false, shortcuts = book } = {}) {
  const sequence: Sequence = { current: null };
  return keys.map(
    (key, n) => matchShortcut(shortcuts, { key, at: n * apart, modified, typing }, sequence)?.label ?? null,
  );
}

test('a letter means the same in either case', () => {
  expect(press(['r'])).toEqual(['R']);
  expect(press(['R'])).toEqual(['R']);
});

test('two letters in a row are one shortcut, and not the second letter alone', () => {
  expect(press(['g', 'r'])).toEqual([null, 'G R']);
  expect(press(['g', 'o'])).toEqual([null, 'G O']);
});

test('a second letter that comes late stands alone', () => {
  expect(press(['g', 'r'], { apart: 1000 })).toEqual([null, 'R']);
});

test('a finished sequence does not begin the next one', () => {
  expect(press(['g', 'g', 'o', 'o'])).toEqual([null, null, 'G O', null]);
});

test('letters belong to whoever is typing, commands do not', () => {
  expect(press(['r', '?', 'g', 'o'], { typing: true })).toEqual([null, null, null, null]);
  expect(press(['k'], { typing: true, modified: true })).toEqual(['Mod+K']);
});

test('a letter with Ctrl or Cmd is not the letter', () => {
  expect(press(['r'], { modified: true })).toEqual([null]);
});

test('the newest owner of a key gets it', () => {
  expect(press(['r'], { shortcuts: [shortcut('R', 'page'), shortcut('R', 'dialog')] })).toEqual(['dialog']);
});
