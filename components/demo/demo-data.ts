import type { Kind } from '@/lib/content/schema';

export type DemoContent = {
  id: number;
  title: string;
  kind: Kind;
  durationSeconds: number | null;
  creatorName: string | null;
};

/** What the server hands to the demo page. */
export type DemoData = {
  /** The address of this server, such as `https://boxoffice.example`; empty when it was not told. */
  home: string;
  /** Publishable: it may send events, play videos and tell how long they are watched. */
  apiKey: string;
  contents: DemoContent[];
  /** Who made the videos, with a token that lets the page speak for them. */
  creator: { id: string; name: string; token: string } | null;
};
