/** What was acted on: a number is Boxoffice's content id, a string is your own (`externalId`). */
export type ContentRef = number | string;

export type EventType = 'click' | 'like' | 'unlike' | 'view' | 'ad-view';

/** Whose token your server signed; see the README. */
export type Viewer = { id: string; token: string };

/** One thing that happened, as POST /api/v1/events takes it. */
export type SdkEvent = {
  /** UUIDv7; stays the same however often the event is sent. */
  id: string;
  type: EventType;
  contentId?: number;
  externalId?: string;
  anonymousId: string;
  viewerId?: string;
  viewerToken?: string;
  /** ISO 8601. */
  at: string;
  adPositionSeconds?: number;
  adVideoId?: number;
};

/** The answer to a batch: received = counted + refused + duplicate + rejected. All four are final. */
export type Receipt = {
  received: number;
  counted: number;
  duplicate: number;
  refused: number;
  rejected: number;
  /** One for each event that was not counted; `index` points into the batch. */
  items: {
    index: number;
    id: string | null;
    outcome: 'duplicate' | 'refused' | 'rejected';
    reason?: string | undefined;
    pointer?: string | undefined;
    detail?: string | undefined;
  }[];
};

/** What went wrong. Only the events in `dropped` are given up; all others are kept and sent again. */
export type Trouble = {
  /** `no-answer`: offline, cut off or timed out. `answer`: the server refused the request, see `status`. */
  reason: 'no-answer' | 'answer' | 'queue-full' | 'too-old';
  /** HTTP status; 0 without an answer. */
  status: number;
  /** The server's own words, when it had any. */
  detail: string;
  dropped: SdkEvent[];
  /** When the rest is sent again; null when nothing waits for that. */
  retryInMilliseconds: number | null;
};
