import type { Span } from '@opentelemetry/api';
import type { Actor } from '@/lib/accounts/actor';
import { stopwatch } from '@/lib/platform/clock';
import { log } from '@/lib/platform/log';
import { metrics } from '@/lib/platform/metrics';
import { singleton } from '@/lib/platform/singleton';

type Params = Record<string, string | string[] | undefined>;

/** Who a request turned out to be, as far as the log tells it: no name and no id. */
export type Asker = { requestId: string; actor: 'nobody' | Actor['kind'] };

/** Begins to time a request; the returned function is told its answer, for the figures and the log. */
export function observeRequest(
  request: Request,
  asker: Asker,
): (response: Response, params: Params | undefined, span?: Span) => void {
  const took = stopwatch();
  return (response, params = {}, span) => {
    const { method } = request;
    const { status } = response;
    const door = knownDoor(doorOf(new URL(request.url).pathname, params));
    const milliseconds = took();
    metrics().requests.observe({ method, door, status }, milliseconds / 1000);
    span?.updateName(`${method} ${door}`).setAttributes({ 'http.route': door, 'http.response.status_code': status });
    span?.setAttribute('boxoffice.request_id', asker.requestId);
    const level = PROBES.has(door) ? 'debug' : status >= 500 ? 'warn' : 'info';
    log()[level](
      { requestId: asker.requestId, method, route: door, status, milliseconds, actor: asker.actor },
      'request',
    );
  };
}

/** Asked every few seconds by machines, so that they would drown the others. */
const PROBES = new Set(['/api/health', '/api/metrics']);

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
