import { contentsNamed } from '@/lib/content/contents-named';
import type { ContentFacts } from '@/lib/content/look-up-contents';
import type { Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { ingestDb } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import type { EventType } from './codes';
import { type EventSource, nameViewers, type ViewerProblem } from './name-viewers';
import { type Acceptance, isAdSlot, judgeTime } from './rules';
import { EventInput, type NotCounted, type RejectReason } from './schema';

/** An event that is one: it happened in time, on a content that exists, by somebody. */
export type Candidate = {
  index: number;
  id: string;
  type: EventType;
  contentId: number;
  ownerMemberId: string | null;
  day: Day;
  atMs: number;
  viewer: string;
  adPositionSeconds: number | null;
  adVideoId: number | null;
};

export type Rejection = NotCounted & { outcome: 'rejected'; reason: RejectReason };

export type TimedInput = { index: number; input: EventInput; at: Date };

type Reading = { candidates: Candidate[]; rejections: Rejection[] };

/** Sorts the items of a request into events and what is no event at all, each of the latter with its reason and field. */
export async function readEvents(
  items: unknown[],
  pointerTo: string,
  source: EventSource,
  now: Date,
  acceptance: Acceptance = limits(),
): Promise<Reading> {
  const rejections: Rejection[] = [];
  const reject = (index: number, id: string | null, reason: RejectReason, pointer: string, detail: string) =>
    rejections.push({ index, id, outcome: 'rejected', reason, pointer: `${pointerTo}/${index}${pointer}`, detail });
  const timed = items.flatMap((item, index) => readItem(item, index, { now, acceptance }, reject));
  const [contentOf, viewers] = await Promise.all([
    contentsNamed(
      ingestDb(),
      timed.map(({ input }) => input),
    ),
    nameViewers(timed, source),
  ]);
  const { dayOf } = calendar();
  const candidates: Candidate[] = [];
  for (const one of timed) {
    const content = contentOf(one.input);
    const viewer = viewers.get(one.index);
    const problem = content ? problemWith(one.input, content, viewer) : UNKNOWN_CONTENT;
    if (problem || !content || typeof viewer !== 'string') {
      const { reason = 'invalid', pointer = '', detail = '' } = problem ?? {};
      reject(one.index, one.input.id, reason, pointer, detail);
    } else candidates.push(candidateOf(one, content, viewer, dayOf(one.at)));
  }
  return { candidates, rejections };
}

type Reject = (index: number, id: string | null, reason: RejectReason, pointer: string, detail: string) => void;

type When = { now: Date; acceptance: Acceptance };

function readItem(item: unknown, index: number, { now, acceptance }: When, reject: Reject): TimedInput[] {
  const parsed = EventInput.safeParse(item);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    reject(
      index,
      idOf(item),
      'invalid',
      (issue?.path ?? []).map((part) => `/${String(part)}`).join(''),
      issue?.message ?? '',
    );
    return [];
  }
  const at = new Date(parsed.data.at);
  const late = judgeTime(at, now, acceptance);
  if (late) {
    reject(index, parsed.data.id, late, '/at', TIME_DETAILS[late]);
    return [];
  }
  return [{ index, input: parsed.data, at }];
}

const TIME_DETAILS = {
  'too-old': 'happened too long ago to be taken; an admin can import old events',
  'in-the-future': 'lies in the future; check the clock of the sender',
};

const limits = (): Acceptance => ({
  maxAgeMilliseconds: env().EVENTS_MAX_AGE_HOURS * 3_600_000,
  maxAheadMilliseconds: env().EVENTS_MAX_AHEAD_SECONDS * 1000,
});

function idOf(item: unknown): string | null {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'
    ? item.id.slice(0, 64)
    : null;
}

type FieldProblem = { reason?: RejectReason; pointer: string; detail: string };

const UNKNOWN_CONTENT: FieldProblem = {
  reason: 'unknown-content',
  pointer: '/contentId',
  detail: 'names no content; register it first with POST /api/v1/contents',
};

function problemWith(
  input: EventInput,
  content: ContentFacts,
  viewer: string | ViewerProblem | undefined,
): FieldProblem | null {
  if (typeof viewer === 'object') return viewer;
  if (input.type !== 'ad-view') return null;
  const slot = content.durationSeconds !== null && isAdSlot(input.adPositionSeconds ?? 0, content.durationSeconds);
  if (slot) return null;
  return {
    pointer: '/adPositionSeconds',
    detail: 'is no ad slot of this content; a video has one each 300 s, none in an article',
  };
}

function candidateOf({ index, input, at }: TimedInput, content: ContentFacts, viewer: string, day: Day): Candidate {
  const isAd = input.type === 'ad-view';
  return {
    index,
    id: input.id.toLowerCase(),
    type: input.type,
    contentId: content.id,
    ownerMemberId: content.ownerMemberId,
    day,
    atMs: at.getTime(),
    viewer,
    adPositionSeconds: isAd ? (input.adPositionSeconds ?? null) : null,
    adVideoId: isAd ? (input.adVideoId ?? null) : null,
  };
}
