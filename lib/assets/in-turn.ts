import { Overloaded } from '@/lib/platform/gather';
import { singleton } from '@/lib/platform/singleton';

const AT_ONCE = 2;
/** Each holds a picture of up to 5 MiB. */
const MAX_WAITING = 32;

/**
 * Does work that takes a lot of memory, two at a time in this process; the others wait, first come first served.
 * Rejects with `Overloaded` while 32 wait already.
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const queue = singleton('pictures', () => ({ running: 0, waiting: [] as (() => void)[] }));
  if (queue.running < AT_ONCE) queue.running += 1;
  else if (queue.waiting.length >= MAX_WAITING) throw new Overloaded('too many pictures wait already');
  else await new Promise<void>((resolve) => queue.waiting.push(resolve));
  try {
    return await work();
  } finally {
    // The place goes straight to the next one, so that nobody new slips in between.
    const next = queue.waiting.shift();
    if (next) next();
    else queue.running -= 1;
  }
}
