import { setTimeout as sleep } from 'node:timers/promises';

export type Answer = { status: number; json: Record<string, unknown> };

/**
 * A client as there should be: what gets no answer, or one that says to come again, is sent again, the same with the
 * same ids, until there is one. Counts how often that was.
 */
export class ClientOfHosts {
  readonly counts = { answered: 0, lost: 0, refusedFor5xx: 0 };

  constructor(
    readonly address: string,
    readonly headers: Record<string, string>,
  ) {}

  async post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    for (let tries = 0; tries < 600; tries++) {
      const answer = await this.once(path, body, headers);
      if (answer && answer.status < 500) {
        this.counts.answered += 1;
        return answer;
      }
      if (answer) this.counts.refusedFor5xx += 1;
      else this.counts.lost += 1;
      await sleep(Math.min(1000, 50 * (tries + 1)));
    }
    throw new Error(`${path} was never answered`);
  }

  private async once(path: string, body: unknown, headers: Record<string, string>): Promise<Answer | null> {
    const sent = { ...this.headers, 'content-type': 'application/json', ...headers };
    const signal = AbortSignal.timeout(60_000);
    try {
      const answer = await fetch(`${this.address}${path}`, {
        method: 'POST',
        headers: sent,
        body: JSON.stringify(body),
        signal,
      });
      const text = await answer.text();
      // An error page of a server that is just ending is no answer of the app.
      return { status: answer.status, json: answer.status < 500 ? JSON.parse(text) : {} };
    } catch {
      return null;
    }
  }
}
