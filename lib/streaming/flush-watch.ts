import { allHeldBeats, type Beat, type HeldBeats } from './held-beats';
import { writeBeats } from './write-beats';

/** Players of one transaction: what many watch is then added to few rows, and no player waits long for its row. */
const AT_ONCE = 10_000;

/**
 * Writes every heartbeat that waits and returns how many players had one. It may be cut off anywhere and run anywhere
 * else at once: what was written and not yet released is written again, and adds nothing.
 */
export async function flushWatch(): Promise<number> {
  let players = 0;
  for (const held of allHeldBeats()) {
    for await (const beats of inHandfuls(held)) {
      await writeBeats(beats);
      await held.release(beats).catch(() => undefined); // what stays is written again, in vain
      players += beats.length;
    }
  }
  return players;
}

async function* inHandfuls(held: HeldBeats): AsyncGenerator<Beat[]> {
  let beats: Beat[] = [];
  for await (const page of answered(held)) {
    beats = beats.concat(page);
    if (beats.length < AT_ONCE) continue;
    yield beats;
    beats = [];
  }
  if (beats.length > 0) yield beats;
}

/** What a Redis that is away cannot tell now waits for the next minute. */
async function* answered(held: HeldBeats): AsyncGenerator<Beat[]> {
  const pages = held.pages()[Symbol.asyncIterator]();
  for (;;) {
    const page = await pages.next().catch(() => null);
    if (!page || page.done) return;
    yield page.value;
  }
}
