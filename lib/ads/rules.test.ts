import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/accounts/actor';
import type { Role } from '@/lib/accounts/schema';
import {
  type AdFacts,
  CONDITION_KINDS,
  draftOwnerOf,
  expectedEndOf,
  judgeJoin,
  judgeOwner,
  judgePeriod,
  mayHavePlaces,
  ownerSeenBy,
  stateOf,
} from './rules';

const HOUR = 3_600_000;
const now = new Date('2026-11-21T03:00:00Z');
const hence = (hours: number) => new Date(now.getTime() + hours * HOUR);
const ad = (over: Partial<AdFacts> = {}): AdFacts => ({
  decided: 'open',
  startsAt: hence(-1),
  endsAt: hence(1),
  places: 10,
  used: 0,
  ...over,
});
const nobody = { count: 0, adIds: new Set<number>() };

describe('ads rule 1: the state of an ad', () => {
  test.each([
    ['live', {}],
    ['live', { startsAt: now }],
    ['live', { used: 9 }],
    ['sold-out', { used: 10 }],
    ['scheduled', { startsAt: hence(0.001) }],
    ['scheduled', { startsAt: hence(0.001), used: 10 }],
    ['ended', { endsAt: now }],
    ['ended', { endsAt: now, decided: 'paused' }],
    ['ended', { decided: 'ended' }],
    ['ended', { decided: 'ended', startsAt: hence(1), endsAt: hence(2) }],
    ['paused', { decided: 'paused' }],
    ['paused', { decided: 'paused', used: 10 }],
    ['paused', { decided: 'paused', startsAt: hence(0.001) }],
  ] satisfies [string, Partial<AdFacts>][])('is %s with %j', (state, over) => {
    expect(stateOf(ad(over), now)).toBe(state);
  });

  const anyAd = fc.record({
    decided: fc.constantFrom('open' as const, 'paused' as const, 'ended' as const),
    startsAt: fc.integer({ min: -5, max: 5 }).map(hence),
    endsAt: fc.integer({ min: -5, max: 5 }).map(hence),
    places: fc.integer({ min: 1, max: 4 }),
    used: fc.integer({ min: 0, max: 4 }),
  });

  test('takes members exactly inside its half-open period, while open and while places last', () => {
    fc.assert(
      fc.property(anyAd, (facts) => {
        const open = facts.decided === 'open' && facts.startsAt <= now && now < facts.endsAt;
        expect(stateOf(facts, now) === 'live').toBe(open && facts.used < facts.places);
        expect(stateOf(facts, now) === 'sold-out').toBe(open && facts.used >= facts.places);
      }),
    );
  });

  test('what has ended stays ended, whatever the clock says later', () => {
    fc.assert(
      fc.property(anyAd, fc.nat(10), (facts, hours) => {
        if (stateOf(facts, now) === 'ended') expect(stateOf(facts, hence(hours))).toBe('ended');
      }),
    );
  });

  test('its first moment is in, its last is out, to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (wait, length) => {
        const startsAt = new Date(now.getTime() + wait);
        const endsAt = new Date(startsAt.getTime() + length);
        const at = (moment: Date, milliseconds: number) =>
          stateOf(ad({ startsAt, endsAt }), new Date(moment.getTime() + milliseconds));
        expect([at(startsAt, -1), at(startsAt, 0), at(endsAt, -1), at(endsAt, 0)]).toEqual([
          'scheduled',
          'live',
          'live',
          'ended',
        ]);
      }),
    );
  });
});

describe('ads rule 1: the number of places', () => {
  test.each([
    [10, 0, true],
    [10, 10, true],
    [9, 10, false],
    [0, 0, false],
  ])('%d places with %d used: %s', (places, used, may) => expect(mayHavePlaces(places, used)).toBe(may));
});

describe('ads rule 1: the period', () => {
  test.each([
    [-1, 1, null],
    [1, 2, null],
    [1, 1, 'reversed'],
    [2, 1, 'reversed'],
    [-2, -1, 'past'],
    [-1, 0, 'past'],
  ])('from %d to %d hours: %s', (from, to, wrong) =>
    expect(judgePeriod({ startsAt: hence(from), endsAt: hence(to) }, now)).toBe(wrong),
  );
});

describe('ads rule 4: joining', () => {
  const judge = (over: Partial<AdFacts>, eligibility: Parameters<typeof judgeJoin>[0]['eligibility'] = []) =>
    judgeJoin({ ...ad(over), eligibility }, nobody, now);

  test('a live ad takes a member', () => expect(judge({})).toEqual({ ok: true }));

  test('refused: not live', () => {
    expect(judge({ decided: 'paused' })).toEqual({ ok: false, reason: 'not-live', state: 'paused' });
    expect(judge({ startsAt: hence(0.5) })).toEqual({ ok: false, reason: 'not-live', state: 'scheduled' });
    expect(judge({ decided: 'ended' })).toEqual({ ok: false, reason: 'not-live', state: 'ended' });
  });

  test('refused: sold out', () => expect(judge({ used: 10 })).toEqual({ ok: false, reason: 'sold-out' }));

  test('refused: not eligible, with the condition', () => {
    const condition = { kind: 'joined', adId: 7 } as const;
    expect(judge({}, [condition])).toMatchObject({ ok: false, reason: 'not-eligible', condition });
  });

  test('the state is told before the condition', () => {
    expect(judge({ used: 10 }, [{ kind: 'joined', adId: 7 }])).toMatchObject({ reason: 'sold-out' });
  });
});

describe('whose ads', () => {
  const user = (...roles: Role[]): Actor => ({
    kind: 'user',
    id: 5,
    sessionId: 1,
    name: 'x',
    email: 'x@example.com',
    memberId: 'x',
    roles,
  });
  const key = { kind: 'key', id: 9 } as Actor;

  test('an advertiser sees their own; admins and programs see all', () => {
    expect(ownerSeenBy(user('advertiser'))).toBe(5);
    expect(ownerSeenBy(user('advertiser', 'admin'))).toBeNull();
    expect(ownerSeenBy(key)).toBeNull();
  });

  test("a person's drafts are their own, also an admin's; programs see all", () => {
    expect([draftOwnerOf(user('admin')), draftOwnerOf(user('advertiser')), draftOwnerOf(key)]).toEqual([5, 5, null]);
  });

  test.each([
    ['an advertiser', user('advertiser'), undefined, { ok: true, ownerId: 5 }],
    ['an advertiser for themselves', user('advertiser'), 5, { ok: true, ownerId: 5 }],
    ['an advertiser for nobody', user('advertiser'), null, { ok: true, ownerId: 5 }],
    ['an advertiser for another', user('advertiser'), 6, { ok: false }],
    ['an admin', user('admin'), undefined, { ok: true, ownerId: null }],
    ['an admin who advertises', user('admin', 'advertiser'), undefined, { ok: true, ownerId: 5 }],
    ['an admin who advertises, for the house', user('admin', 'advertiser'), null, { ok: true, ownerId: null }],
    ['an admin for another', user('admin'), 6, { ok: true, ownerId: 6 }],
    ['a key', key, undefined, { ok: true, ownerId: null }],
    ['a key for somebody', key, 6, { ok: true, ownerId: 6 }],
  ] as const)('the owner when registered by %s', (_, actor, wanted, verdict) =>
    expect(judgeOwner(actor, wanted)).toEqual(verdict),
  );
});

describe('when an ad is expected to be full', () => {
  const day = { startsAt: hence(-48), endsAt: hence(1000) };
  test.each([
    ['at the pace of the last day', { ...day, places: 72, used: 24 }, 24, 48],
    ['at the pace of its first hours', { ...day, startsAt: hence(-2), places: 60, used: 20 }, 20, 4],
    ['at the latest the end of its period', { ...day, places: 1e9, used: 1 }, 1, 1000],
  ] satisfies [string, Partial<AdFacts>, number, number][])('%s', (_, over, joined, hours) =>
    expect(expectedEndOf(ad(over), joined, now)).toEqual(hence(hours)),
  );

  test.each([
    ['nobody joined in the last day', day, 0],
    ['it is paused', { ...day, decided: 'paused' }, 5],
    ['it is sold out', { ...day, used: 10 }, 5],
    ['it has ended', { decided: 'ended' }, 5],
  ] satisfies [string, Partial<AdFacts>, number][])('is unknown when %s', (_, over, joined) =>
    expect(expectedEndOf(ad(over), joined, now)).toBeNull(),
  );
});

test('forms learn every kind of condition and what it asks for', () => {
  expect(CONDITION_KINDS).toEqual([
    { kind: 'first-time', parts: [] },
    { kind: 'participations-at-least', parts: ['count'] },
    { kind: 'joined', parts: ['adId'] },
  ]);
});
