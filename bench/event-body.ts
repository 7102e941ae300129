import { randomUUID } from 'node:crypto';

const upTo = (n: number) => Math.floor(Math.random() * n);

/** A batch as a platform's server sends it, of now. `likes` of them between 0 and 1 are likes, the rest clicks and views. */
export function eventBody(batch: number, contents: number, likes = 0): string {
  const at = new Date().toISOString();
  const events: string[] = [];
  for (let i = 0; i < batch; i++) {
    const chance = Math.random();
    const type = chance < likes ? 'like' : chance < 0.7 ? 'click' : 'view';
    events.push(
      `{"id":"${randomUUID()}","type":"${type}","contentId":${1 + upTo(contents)},"viewerId":"member-${upTo(20_000)}","at":"${at}"}`,
    );
  }
  return `{"events":[${events.join()}]}`;
}
