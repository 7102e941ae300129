import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeScopes, leavesNoAdmin, ownAddress, rolesAfter, scopeBeyond } from './rules';
import { Role } from './schema';
import { PUBLISHABLE_SCOPES, SCOPES } from './scopes';

describe('scopes of a key', () => {
  test('a secret key may hold every scope there is, and all of them by *', () => {
    expect(judgeScopes('secret', [...SCOPES, '*'])).toEqual({ ok: true });
  });

  test('a publishable key may hold the publishable ones and no other', () => {
    expect(judgeScopes('publishable', PUBLISHABLE_SCOPES)).toEqual({ ok: true });
    const publishable: readonly string[] = PUBLISHABLE_SCOPES;
    for (const scope of ['*', ...SCOPES].filter((scope) => !publishable.includes(scope))) {
      const verdict = judgeScopes('publishable', ['events:write', scope]);
      expect(verdict).toEqual({ ok: false, reason: 'scopeNotPublishable', scope });
    }
  });

  test.each(['', 'events', 'events:*', 'EVENTS:WRITE'])('%j is no scope', (scope) => {
    expect(judgeScopes('secret', [scope])).toEqual({ ok: false, reason: 'unknownScope', scope });
  });

  test.each([
    [['*'], ['*', 'keys:write'], null],
    [['keys:write', 'stats:read'], ['stats:read'], null],
    [['keys:write'], ['keys:write', 'stats:read'], 'stats:read'],
    [SCOPES, ['*'], '*'],
  ])('a key that holds %j making one with %j goes beyond by %j', (held, wanted, beyond) => {
    expect(scopeBeyond(held, wanted)).toBe(beyond);
  });
});

const roles = fc.array(fc.constantFrom(...Role.options));

describe('roles', () => {
  test('everybody stays a member, and has each role once', () => {
    expect(rolesAfter([])).toEqual(['member']);
    expect(rolesAfter(['creator', 'admin', 'creator'])).toEqual(['admin', 'creator', 'member']);
    fc.assert(fc.property(roles, (chosen) => rolesAfter(chosen).includes('member')));
  });

  test('a change leaves no admin exactly when nobody is one after it', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), roles, ids, (userId, chosen, adminIds) => {
        const after = new Set(adminIds);
        if (chosen.includes('admin')) after.add(userId);
        else after.delete(userId);
        expect(leavesNoAdmin(userId, chosen, adminIds)).toBe(adminIds.length > 0 && after.size === 0);
      }),
    );
  });
});

describe('where sign-in leads', () => {
  const origin = 'https://boxoffice.example';

  test.each([
    ['/overview?from=2026-01-01', `${origin}/overview?from=2026-01-01`],
    [`${origin}/keys`, `${origin}/keys`],
    ['', `${origin}/`],
  ])('%j is ours', (wanted, address) => {
    expect(ownAddress(wanted, origin)).toBe(address);
  });

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'http://boxoffice.example/',
    'https://boxoffice.example.evil.example/',
    'https://boxoffice.example@evil.example/',
    'javascript:alert(1)',
    'data:text/html,hello',
    'http://[',
  ])('%j leads to our front page', (wanted) => {
    const { origin: host } = new URL(ownAddress(wanted, origin));
    expect(host).toBe(origin);
  });
});
