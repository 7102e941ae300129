import { context, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type pg from 'pg';
import { isTracing, tracer } from './tracing';

const MOST_CHARACTERS = 500;

/** Gives each statement of a pool a span while traces are sent: its text, never the values it was given. */
export function traceStatements(pool: pg.Pool, name: string): void {
  if (!isTracing()) return;
  const connect = pool.connect.bind(pool);
  // Whoever hands its connection on must not become the parent of the next one's statement.
  pool.connect = new Proxy(connect, {
    apply: (target, self, [callback]: unknown[]) =>
      Reflect.apply(target, self, typeof callback === 'function' ? [context.bind(context.active(), callback)] : []),
  });
  pool.on('connect', (client) => {
    client.query = new Proxy(client.query, {
      apply: (target, _self, given) => spanned(name, given, (all) => Reflect.apply(target, client, all)),
    });
  });
}

function spanned(name: string, given: unknown[], query: (given: unknown[]) => unknown): unknown {
  const text = textOf(given[0]);
  const span = tracer().startSpan(`${name} ${text.trimStart().split(/\s/, 1)[0]?.toLowerCase() ?? ''}`, {
    kind: SpanKind.CLIENT,
    attributes: { 'db.system.name': 'postgresql', 'db.query.text': text.slice(0, MOST_CHARACTERS) },
  });
  const end = (error?: unknown) => {
    if (error) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  };
  const last = given.at(-1);
  if (typeof last === 'function')
    return query([
      ...given.slice(0, -1),
      (error: unknown, ...rest: unknown[]) => {
        end(error);
        last(error, ...rest);
      },
    ]);
  const result = query(given);
  if (result instanceof Promise) result.then(() => end(), end);
  else end(); // a stream of rows, whose end is its reader's
  return result;
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query;
  return typeof query === 'object' && query !== null && 'text' in query && typeof query.text === 'string'
    ? query.text
    : '';
}
