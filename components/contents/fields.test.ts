import { expect, test } from 'vitest';
import { changesOf, EMPTY, fieldsOf, wantedOf } from './fields';

const video = {
  id: 7,
  title: '골목 산책',
  kind: 'video' as const,
  durationSeconds: 754,
  externalId: null,
  creatorId: 3,
  creatorName: '한서윤',
  openingViews: 120_345,
  openingAdViews: 0,
  createdAt: '2026-01-01T00:00:00.000Z',
  archivedAt: null,
};

test('a content that is only looked at asks for no change', () => {
  expect(changesOf(fieldsOf(video), fieldsOf(video))).toEqual({});
});

test('a change names the changed fields and no other', () => {
  const shown = fieldsOf(video);
  expect(changesOf(shown, { ...shown, minutes: '13', title: ' 골목 ' })).toEqual({
    title: '골목',
    durationSeconds: 814,
  });
  expect(changesOf(shown, { ...shown, creator: null, externalId: 'a' })).toEqual({ creatorId: null, externalId: 'a' });
});

test('an article is asked for without a length, whatever was typed before', () => {
  expect(wantedOf({ ...EMPTY, title: 'x', kind: 'article', minutes: '3' })).toMatchObject({ durationSeconds: null });
});
