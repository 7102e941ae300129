import { contentsNamed } from '@/lib/content/contents-named';
import { type EventSource, nameViewers } from '@/lib/events/name-viewers';
import { judgeTime } from '@/lib/events/rules';
import { ingestDb } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import type { Beat } from './held-beats';
import { Heartbeat, type HeartbeatRejection } from './schema';

type Reading = { beats: (Beat & { stopped: boolean })[]; rejections: HeartbeatRejection[] };
type Timed = { index: number; input: Heartbeat; at: Date };
type Reject = (index: number, reason: HeartbeatRejection['reason'], pointer: string, detail: string) => void;

/** Sorts the items of a request into heartbeats of a video and what is none, each of the latter with its reason and field. */
export async function readBeats(
  items: unknown[],
  pointerTo: (index: number) => string,
  source: EventSource,
  now: Date,
): Promise<Reading> {
  const rejections: HeartbeatRejection[] = [];
  const reject: Reject = (index, reason, pointer, detail) =>
    rejections.push({ index, reason, pointer: `${pointerTo(index)}${pointer}`, detail });
  const timed = items.flatMap((item, index) => readItem(item, index, now, reject));
  const [contentOf, viewers] = await Promise.all([
    contentsNamed(
      ingestDb(),
      timed.map(({ input }) => input),
    ),
    nameViewers(timed.map(asClick), source),
  ]);
  const beats: Reading['beats'] = [];
  for (const { index, input, at } of timed) {
    const content = contentOf(input);
    const viewer = viewers.get(index);
    const pointer = input.contentId === undefined ? '/externalId' : '/contentId';
    if (!content) reject(index, 'unknown-content', pointer, 'names no content; register it with POST /api/v1/contents');
    else if (content.kind !== 'video') reject(index, 'not-a-video', pointer, 'names an article, which nobody plays');
    else if (typeof viewer === 'object') reject(index, 'invalid', viewer.pointer, viewer.detail);
    else if (viewer !== undefined) beats.push(beatOf(input, at, content.id, viewer));
  }
  return { beats, rejections: rejections.sort((a, b) => a.index - b.index) };
}

function readItem(item: unknown, index: number, now: Date, reject: Reject): Timed[] {
  const parsed = Heartbeat.safeParse(item);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const pointer = (issue?.path ?? []).map((part) => `/${String(part)}`).join('');
    reject(index, 'invalid', pointer, issue?.message ?? '');
    return [];
  }
  const at = new Date(parsed.data.at);
  const late = judgeTime(at, now, {
    maxAgeMilliseconds: env().EVENTS_MAX_AGE_HOURS * 3_600_000,
    maxAheadMilliseconds: env().EVENTS_MAX_AHEAD_SECONDS * 1000,
  });
  if (late) reject(index, late, '/at', late === 'too-old' ? 'is too long ago' : 'lies in the future; check the clock');
  return late ? [] : [{ index, input: parsed.data, at }];
}

/** Viewers are named as those of clicks are: where one goes on watching is no money, so an anonymous id will do. */
const asClick = ({ index, input, at }: Timed) => ({ index, at, input: { ...input, type: 'click' as const } });

function beatOf(input: Heartbeat, at: Date, contentId: number, viewer: string): Beat & { stopped: boolean } {
  return {
    contentId,
    viewer,
    playerId: input.playerId,
    atMs: at.getTime(),
    watchedMs: Math.round(input.watchedSeconds * 1000),
    positionSeconds: Math.floor(input.positionSeconds),
    stopped: input.stopped,
  };
}
