import { randomUUID } from 'node:crypto';
import type { Answer, DoorServer } from './start-door-server';

/** One request that the trial sent: events, or a participation with its key. Sent again it is the same to the byte. */
export type Sent = {
  path: string;
  body: string;
  headers: Record<string, string>;
  ids: string[];
  acknowledged: boolean;
};

/** What became of requests: `202`, `503 platform/busy`, `no answer`, and how often. */
export type Outcomes = Record<string, number>;

type Target = { server: DoorServer; authorization: string; adId: number; contentIds: number[] };

const TYPES = ['click', 'view', 'like'];
const EVENTS_A_REQUEST = 3;

/** Users of the product: events of three kinds and participations, each remembered with what was answered. */
export class Traffic {
  readonly sent: Sent[] = [];
  slowestMilliseconds = 0;
  /** Answers of 429 and 503 that do not say when to come again. */
  withoutHint = 0;

  constructor(private readonly target: Target) {}

  /** Sends so many new requests, some at a time, each when the one before it was answered. */
  async send(requests: number, senders = 4): Promise<Outcomes> {
    const outcomes: Outcomes = {};
    let left = requests;
    const sendSome = async () => {
      while (left-- > 0) count(outcomes, await this.deliver(this.next()));
    };
    await Promise.all(Array.from({ length: senders }, sendSome));
    return outcomes;
  }

  /** Sends everything again, in order. Says how many of the acknowledged ones were not taken for what they are: known. */
  async sendAgain(): Promise<{ refused: number; takenForNew: number }> {
    const found = { refused: 0, takenForNew: 0 };
    for (const one of [...this.sent]) {
      const { acknowledged } = one;
      const answer = await this.deliver(one);
      if (!one.acknowledged) found.refused += 1;
      else if (acknowledged && !isKnown(answer, one)) found.takenForNew += 1;
    }
    return found;
  }

  get acknowledged(): Sent[] {
    return this.sent.filter((one) => one.acknowledged);
  }

  private next(): Sent {
    const { authorization, adId } = this.target;
    const headers = { authorization, 'content-type': 'application/json' };
    const id = randomUUID();
    const joins = this.sent.length % 3 === 2;
    const made: Sent = joins
      ? {
          path: `/api/v1/ads/${adId}/participations`,
          body: JSON.stringify({ memberId: id }),
          headers: { ...headers, 'idempotency-key': id },
          ids: [id],
          acknowledged: false,
        }
      : { path: '/api/v1/events', ...this.events(), headers, acknowledged: false };
    this.sent.push(made);
    return made;
  }

  private events(): { body: string; ids: string[] } {
    const { contentIds } = this.target;
    const at = new Date().toISOString();
    const events = Array.from({ length: EVENTS_A_REQUEST }, (_, i) => ({
      id: randomUUID(),
      type: TYPES[i % TYPES.length],
      contentId: contentIds[(this.sent.length + i) % contentIds.length],
      viewerId: `viewer-${this.sent.length % 50}`,
      at,
    }));
    return { body: JSON.stringify({ events }), ids: events.map(({ id }) => id) };
  }

  private async deliver(one: Sent): Promise<Answer> {
    const { path, body, headers } = one;
    const answer = await this.target.server.ask('POST', path, { body, headers });
    this.slowestMilliseconds = Math.max(this.slowestMilliseconds, answer.tookMilliseconds);
    if ((answer.status === 503 || answer.status === 429) && !answer.retryAfterSeconds) this.withoutHint += 1;
    one.acknowledged ||= (answer.status === 202 || answer.status === 201) && numberIn(answer, 'rejected') === 0;
    return answer;
  }
}

/** All events are duplicates; a participation is the very one of the first time. */
function isKnown(answer: Answer, { ids, path }: Sent): boolean {
  return path === '/api/v1/events' ? numberIn(answer, 'duplicate') === ids.length : answer.status === 201;
}

function count(outcomes: Outcomes, answer: Answer): void {
  const rejected = numberIn(answer, 'rejected') > 0 ? ' rejected' : '';
  const name = answer.status === 0 ? 'no answer' : [answer.status, answer.code].filter(Boolean).join(' ') + rejected;
  outcomes[name] = (outcomes[name] ?? 0) + 1;
}

function numberIn({ json }: Answer, name: string): number {
  return typeof json === 'object' && json !== null && name in json
    ? Number(Object.getOwnPropertyDescriptor(json, name)?.value)
    : 0;
}
