import type { Receipt, SdkEvent } from '../event';
import type { Heartbeat } from '../post-heartbeat';
import type { FakeClock } from './clock';

/** How the way to the server and the server itself are at the moment. */
export type Weather =
  | 'fine'
  | 'offline'
  | 'answer-lost'
  | 'hanging'
  | 'hotel'
  | 'limited'
  | 'busy'
  | 'broken'
  | 'key-refused'
  | 'small-bodies';

const LATENCY_MILLISECONDS = 40;
const SMALL_BATCH = 3;

/** Counts each event once by its id, as Boxoffice does, in all weathers. */
export class FakeServer {
  weather: Weather = 'fine';
  readonly accepted = new Map<string, SdkEvent>();
  /** Each batch that reached the server, by request or beacon, accepted or not. */
  readonly batches: SdkEvent[][] = [];
  readonly requests: { url: string; init: RequestInit; at: number }[] = [];
  readonly beacons: { url: string; body: Blob; text: string }[] = [];
  readonly heartbeats: Heartbeat[] = [];
  duplicates = 0;
  lostBeacons = 0;
  /** Ids that may never be counted, with the status that a batch of theirs gets. */
  poison = new Map<string, number>();

  constructor(private readonly clock: FakeClock) {}

  async fetch(url: string, init: RequestInit): Promise<Response> {
    this.requests.push({ url, init, at: this.clock.now() });
    const { weather } = this;
    if (weather === 'hanging') await aborted(init.signal);
    await this.clock.sleep(LATENCY_MILLISECONDS);
    if (weather === 'offline') throw new TypeError('Failed to fetch');
    if (url.endsWith('/watch')) {
      this.heartbeats.push(JSON.parse(String(init.body)));
      return Response.json({ received: 1, accepted: 1, rejected: 0, items: [] }, { status: 202 });
    }
    const { events }: { events: SdkEvent[] } = JSON.parse(String(init.body));
    this.batches.push(events);
    const refusal = this.refusalOf(weather, events);
    if (refusal) return refusal;
    const receipt = this.take(events);
    if (weather === 'answer-lost') throw new TypeError('Failed to fetch');
    return Response.json(receipt, { status: 202 });
  }

  /** A browser takes a beacon even when nothing will come of it. */
  async beacon(url: string, body: Blob): Promise<void> {
    const { weather } = this;
    const text = await body.text();
    const { events }: { events: SdkEvent[] } = JSON.parse(text);
    this.beacons.push({ url, body, text });
    const arrived = weather === 'fine' || weather === 'answer-lost';
    if (!arrived) this.lostBeacons++;
    else {
      this.batches.push(events);
      this.take(events);
    }
  }

  private refusalOf(weather: Weather, events: SdkEvent[]): Response | null {
    const poisoned = events.map((event) => this.poison.get(event.id)).find((status) => status !== undefined);
    if (poisoned) return problem(poisoned);
    if (weather === 'hotel') return Response.json({ detail: 'Welcome to our hotel' });
    if (weather === 'limited') return problem(429, { 'retry-after': '20' });
    if (weather === 'busy') return problem(503, { 'retry-after': new Date(this.clock.now() + 9000).toUTCString() });
    if (weather === 'broken') return problem(500);
    if (weather === 'key-refused') return problem(401);
    if (weather === 'small-bodies' && events.length > SMALL_BATCH) return problem(413);
    return null;
  }

  private take(events: SdkEvent[]): Receipt {
    const items: Receipt['items'] = [];
    events.forEach((event, index) => {
      const known = this.accepted.get(event.id);
      if (known && JSON.stringify(known) !== JSON.stringify(event)) throw new Error(`${event.id} changed on the way`);
      if (known) items.push({ index, id: event.id, outcome: 'duplicate' });
      this.accepted.set(event.id, event);
    });
    this.duplicates += items.length;
    const counted = events.length - items.length;
    return { received: events.length, counted, duplicate: items.length, refused: 0, rejected: 0, items };
  }
}

function problem(status: number, headers: Record<string, string> = {}): Response {
  return Response.json({ detail: `refused with ${status}` }, { status, headers });
}

function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
}
