/** Everything the SDK asks of the browser, so that a test can be one. Times are in milliseconds. */
export type Environment = {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** False when the browser did not take it. */
  beacon: (url: string, body: Blob) => boolean;
  /** Null where the browser keeps nothing for this page. */
  storage: Storage | null;
  now: () => number;
  /** A whole number below 2^32 that nobody can guess. */
  random: () => number;
  /** Runs once, later; returns how to call it off. */
  after: (delay: number, run: () => void) => () => void;
  /** Tells of `pagehide`, `pageshow`, `online` and (while hidden) `visibilitychange`; returns how to stop listening. */
  listen: (type: string, run: () => void) => () => void;
};

/** The real browser; anything it lacks is done without. */
export function browser(): Environment {
  return {
    fetch: (url, init) => fetch(url, init),
    beacon: (url, body) => typeof navigator.sendBeacon === 'function' && navigator.sendBeacon(url, body),
    storage: findStorage(),
    now: () => Date.now(),
    random: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
    after: (delay, run) => {
      const timer = setTimeout(run, delay);
      return () => clearTimeout(timer);
    },
    listen,
  };
}

/** Reading the property alone throws where a page may keep nothing. */
function findStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

function listen(type: string, run: () => void): () => void {
  const target = type === 'visibilitychange' ? globalThis.document : globalThis;
  const hear = () => (type !== 'visibilitychange' || document.visibilityState === 'hidden') && run();
  target?.addEventListener?.(type, hear);
  return () => target?.removeEventListener?.(type, hear);
}
