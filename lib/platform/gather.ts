import { stopwatch } from './clock';

export type Gathering<T, R> = {
  /** Does the work of all items in one go and answers each, in their order. */
  run: (items: T[]) => Promise<R[]>;
  sizeOf: (item: T) => number;
  /** Of one go; a larger item goes alone. */
  maxSize: number;
  /** How many goes may be under way at once. */
  lanes: number;
  /** How much has to wait before a lane beside a busy one takes it; fewer, larger goes cost less. 1 unless told. */
  worthALane?: number;
  /** Past this size nobody else may wait. */
  maxWaiting: number;
  maxWaitMilliseconds: number;
};

type Waiting<T, R> = {
  item: T;
  waitedMilliseconds: () => number;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
};

/** Said to who may not wait any longer; the code is Postgres' own for a limit that is reached, and answered with 503. */
export class Overloaded extends Error {
  readonly code = '53400';
}

/**
 * Group commit: whoever comes while the lanes are busy waits, and all who wait share the next go and its commit.
 * An idle lane takes an item at once, so nobody waits for company. Each item is answered after its own go has ended;
 * when a go fails for the data of one, the others are done without it. Rejects with `Overloaded` past its bounds.
 */
export function gather<T, R>(gathering: Gathering<T, R>): (item: T) => Promise<R> {
  const { worthALane = 1 } = gathering;
  const queue: Waiting<T, R>[] = [];
  let waitingSize = 0;
  let busyLanes = 0;
  const takeGroup = (): Waiting<T, R>[] => {
    let size = 0;
    let count = 0;
    for (const { item } of queue) {
      size += gathering.sizeOf(item);
      if (count > 0 && size > gathering.maxSize) break;
      count += 1;
    }
    const group = queue.splice(0, count);
    for (const { item } of group) waitingSize -= gathering.sizeOf(item);
    return group;
  };
  const drain = async (): Promise<void> => {
    busyLanes += 1;
    // Whatever a further lane leaves is taken by one that is still busy.
    while (queue.length > 0 && (busyLanes === 1 || waitingSize >= worthALane))
      await serve(gathering, inTime(takeGroup(), gathering.maxWaitMilliseconds));
    busyLanes -= 1;
  };
  return (item) => {
    const size = gathering.sizeOf(item);
    if (waitingSize + size > gathering.maxWaiting) return Promise.reject(new Overloaded('too much waits already'));
    waitingSize += size;
    return new Promise((resolve, reject) => {
      queue.push({ item, waitedMilliseconds: stopwatch(), resolve, reject });
      if (busyLanes === 0 || (busyLanes < gathering.lanes && waitingSize >= worthALane)) void drain();
    });
  };
}

/** Those who have waited too long are sent away, and may come again. */
function inTime<T, R>(group: Waiting<T, R>[], maxWaitMilliseconds: number): Waiting<T, R>[] {
  return group.filter((one) => {
    const late = one.waitedMilliseconds() > maxWaitMilliseconds;
    if (late) one.reject(new Overloaded('waited too long'));
    return !late;
  });
}

async function serve<T, R>(gathering: Gathering<T, R>, group: Waiting<T, R>[]): Promise<void> {
  if (group.length === 0) return;
  try {
    const results = await gathering.run(group.map((one) => one.item));
    for (const [i, one] of group.entries()) one.resolve(results[i] as R);
  } catch (error) {
    if (group.length === 1 || !isOfData(error)) for (const one of group) one.reject(error);
    else for (const one of group) await serve(gathering, [one]);
  }
}

/** Postgres: a value out of range (22) or a constraint (23); anything else would fail again. */
function isOfData(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && /^(22|23)/.test(String(error.code));
}
