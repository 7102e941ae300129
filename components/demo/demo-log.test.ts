import { expect, test } from 'vitest';
import type { Receipt, SdkEvent } from '@/sdk/event';
import { type DemoAction, demoLog, EMPTY_LOG } from './demo-log';

const event = (id: string, type: SdkEvent['type'] = 'click'): SdkEvent => ({
  id,
  type,
  contentId: 1,
  anonymousId: 'a',
  at: '2026-11-21T03:00:00.000Z',
});
const at = '2026-11-21T03:00:01.000Z';

const answered = (events: SdkEvent[], items: Receipt['items']): DemoAction => {
  const count = (outcome: string) => items.filter((item) => item.outcome === outcome).length;
  const [duplicate, refused, rejected] = [count('duplicate'), count('refused'), count('rejected')];
  const counted = events.length - items.length;
  const receipt = { received: events.length, counted, duplicate, refused, rejected, items };
  return { kind: 'answered', at, tookMilliseconds: 41, again: false, receipt, events };
};

const failed = (status: number, dropped: SdkEvent[] = []): DemoAction => ({
  kind: 'failed',
  at,
  trouble: { reason: 'answer', status, detail: 'later', dropped, retryInMilliseconds: 1000 },
});

test('each event of an answer gets its verdict, and the same verdict side by side is one line', () => {
  const events = ['1', '2', '3'].map((id) => event(id)).concat(event('4', 'like'));
  const items = [1, 2].map((index) => ({ index, id: null, outcome: 'refused' as const, reason: 'rapid-repeat' }));
  const log = demoLog(EMPTY_LOG, answered(events, items));
  expect(log.entries[0]).toMatchObject({
    lines: [
      { event: { id: '1' }, outcome: 'counted', reason: null, count: 1 },
      { event: { id: '2' }, outcome: 'refused', reason: 'rapid-repeat', count: 2 },
      { event: { id: '4' }, outcome: 'counted', reason: null, count: 1 },
    ],
  });
  expect(log.totals).toEqual({ received: 4, counted: 2, refused: 2, duplicate: 0, rejected: 0 });
  expect(log.lastBatch).toBe(events);
});

test('an event waits until it is answered or given up', () => {
  const made = demoLog(EMPTY_LOG, { kind: 'made', ids: ['1', '2', '3'] });
  const tried = demoLog(made, failed(503));
  expect(tried.waiting).toEqual(['1', '2', '3']);
  const partly = demoLog(tried, answered([event('2')], []));
  expect(partly.waiting).toEqual(['1', '3']);
  expect(demoLog(partly, failed(422, [event('1')])).waiting).toEqual(['3']);
});

test('the same trouble again and again is one entry with its tries', () => {
  const twice = [failed(503), failed(503), failed(429)].reduce(demoLog, EMPTY_LOG);
  expect(twice.entries).toMatchObject([
    { trouble: { status: 429 }, tries: 1, number: 2 },
    { trouble: { status: 503 }, tries: 2, number: 1 },
  ]);
});

test('the log keeps the newest thirty entries', () => {
  const many = Array.from({ length: 40 }, (_, n) => answered([event(String(n))], [])).reduce(demoLog, EMPTY_LOG);
  expect(many.entries).toHaveLength(30);
  expect(many.entries[0]?.number).toBe(40);
  expect(many.totals.received).toBe(40);
});
