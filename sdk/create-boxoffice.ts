import { askResume } from './ask-resume';
import { browser, type Environment } from './environment';
import type { ContentRef, EventType, Receipt, SdkEvent, Trouble, Viewer } from './event';
import { eventIds } from './event-ids';
import { followPage } from './follow-page';
import { Outbox } from './outbox';
import { postHeartbeat } from './post-heartbeat';
import { Sender } from './sender';
import { Shelf } from './shelf';
import { signer } from './signer';
import { type Player, watchPlayer } from './watch-player';

export type BoxofficeOptions = {
  /** A publishable key: `bo_pk_...`. */
  key: string;
  /** Where events go; by default the server that the SDK was loaded from. */
  endpoint?: string | undefined;
  viewer?: Viewer | undefined;
  /** How long an event may wait for others; 3 s by default. */
  flushAfterMilliseconds?: number | undefined;
  /** How many events make a request full: 1 to 500, 100 by default. */
  maxBatch?: number | undefined;
  /** Each batch that was answered. Refused, duplicate and rejected events are not sent again. */
  onAnswer?: ((receipt: Receipt, events: SdkEvent[]) => void) | undefined;
  onError?: ((trouble: Trouble) => void) | undefined;
};

/** Each verb returns the id of its event. */
export type Boxoffice = {
  click: (content: ContentRef) => string;
  like: (content: ContentRef) => string;
  unlike: (content: ContentRef) => string;
  view: (content: ContentRef) => string;
  /** `positionSeconds` is where in the video the ad was shown. */
  adView: (content: ContentRef, ad: { positionSeconds: number; adVideoId?: number | undefined }) => string;
  /**
   * Tells how long a video is watched and where the viewer is, until the returned function is called. The viewer goes
   * on there: see `resumeAt`. Views are told apart, by `view`.
   */
  watch: (video: Player, content: ContentRef) => () => void;
  /** Where the viewer goes on in a video, in seconds; 0 for the start, and when nobody can tell. */
  resumeAt: (contentId: number) => Promise<number>;
  /** Who acts from here on; null after signing out. */
  identify: (viewer: Viewer | null) => void;
  /** Sends now; resolves when everything was answered, or the rest has to wait. */
  flush: () => Promise<void>;
  /** Ends timers and listeners. Unsent events stay in the browser for the next page. */
  stop: () => void;
};

/**
 * Starts collecting events for Boxoffice. Throws a TypeError for a key that is not publishable.
 * `changes` take the place of parts of the browser, for tests and demonstrations.
 */
export function createBoxoffice(options: BoxofficeOptions, changes: Partial<Environment> = {}): Boxoffice {
  const environment = { ...browser(), ...changes };
  const { key, endpoint = '/api/v1/events', flushAfterMilliseconds = 3000, maxBatch = 100 } = options;
  if (!key.startsWith('bo_pk_')) throw new TypeError('Boxoffice: a page needs a publishable key (bo_pk_...)');
  const { onAnswer = ignore, onError = ignore } = options;
  const shelf = new Shelf(environment.storage, `boxoffice ${endpoint} `);
  const makeId = eventIds(environment);
  const outbox = new Outbox(shelf, environment.now, makeId);
  const settings = { key, endpoint, flushAfterMilliseconds, maxBatch: clamp(maxBatch), onAnswer, onError };
  const sender = new Sender(environment, settings, outbox, shelf);
  const endings = [followPage(environment, outbox, sender)];
  const sign = signer(environment, shelf, makeId);
  let viewer = options.viewer ?? null;
  const record = (type: EventType, content: ContentRef, more?: Partial<SdkEvent>) => {
    const event = { id: makeId(), type, ...sign(content, viewer), ...more };
    outbox.add(event);
    sender.wake();
    return event.id;
  };
  return {
    click: (content) => record('click', content),
    like: (content) => record('like', content),
    unlike: (content) => record('unlike', content),
    view: (content) => record('view', content),
    adView: (content, { positionSeconds, adVideoId }) =>
      record('ad-view', content, {
        adPositionSeconds: positionSeconds,
        ...(adVideoId !== undefined && { adVideoId }),
      }),
    watch: (video, content) => {
      const playerId = makeId();
      const end = watchPlayer(video, environment, (playing) =>
        postHeartbeat(environment, settings, { ...sign(content, viewer), playerId, ...playing }),
      );
      endings.push(end);
      return end;
    },
    resumeAt: (contentId) => askResume(environment, settings, sign(contentId, viewer)),
    identify: (next) => {
      viewer = next;
    },
    flush: () => sender.flush(),
    stop: () => {
      for (const end of endings) end();
    },
  };
}

function clamp(maxBatch: number): number {
  return Math.min(Math.max(Math.floor(maxBatch) || 1, 1), 500);
}

function ignore(): void {}
