import { stopwatch } from '@/lib/platform/clock';
import { metrics } from '@/lib/platform/metrics';
import { singleton } from '@/lib/platform/singleton';

type Params = Record<string, string | string[] | undefined>;

/** Begins to time a request; the returned function is told its answer. */
export function observeRequest(request: Request): (response: Response, params: Params | undefined) => void {
  const took = stopwatch();
  return (response, params = {}) => {
    const door = knownDoor(doorOf(new URL(request.url).pathname, params));
    metrics().requests.observe({ method: request.method, door, status: response.status }, took() / 1000);
  };
}

/** The path with the names of its parameters in place of their values: `/api/v1/ads/[id]`. */
export function doorOf(path: string, params: Params): string {
  const names = new Map(Object.entries(params).map(([name, value]) => [String(value), `[${name}]`]));
  if (names.size === 0) return path;
  return path
    .split('/')
    .map((part) => names.get(part) ?? names.get(decoded(part)) ?? part)
    .join('/');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Each door is a series for ever, so whoever finds a way to make up new ones makes none but `other`. */
const MOST_DOORS = 500;

function knownDoor(door: string): string {
  const known = singleton('doors', () => new Set<string>());
  if (known.size < MOST_DOORS) known.add(door);
  return known.has(door) ? door : 'other';
}
