import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { env } from './env';
import { singleton } from './singleton';

const PATIENCE_MILLISECONDS = 5_000;

type Tracing = { stop: () => Promise<void> };

/** Sends spans to OTEL_EXPORTER_OTLP_ENDPOINT from now on, once a process; without it nothing is loaded and spans cost nothing. */
export async function startTracing(): Promise<void> {
  const endpoint = env().OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined || state().tracing) return;
  const { makeProvider } = await import('./make-provider');
  const provider = makeProvider(endpoint);
  state().tracing = { stop: () => provider.shutdown() };
}

/** Sends what is left. A collector that is away is waited for no longer than a moment. */
export async function stopTracing(): Promise<void> {
  const { tracing } = state();
  state().tracing = null;
  const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS).unref());
  await Promise.race([tracing?.stop().catch(() => {}), patience]);
}

export const isTracing = (): boolean => state().tracing !== null;

/** Does the work within a span; what it throws marks it. `headers` are those of a request that may belong to a trace. */
export function inSpan<T>(name: string, work: (span?: Span) => Promise<T>, headers?: Headers): Promise<T> {
  if (!isTracing()) return work();
  const kind = headers ? SpanKind.SERVER : SpanKind.INTERNAL;
  const parent = headers && !trace.getActiveSpan() ? fromHeaders(headers) : context.active();
  return tracer().startActiveSpan(name, { kind }, parent, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

export const tracer = () => trace.getTracer('boxoffice');

const state = () => singleton('tracing', (): { tracing: Tracing | null } => ({ tracing: null }));

const fromHeaders = (headers: Headers) =>
  propagation.extract(context.active(), headers, {
    get: (all, key) => all.get(key) ?? undefined,
    keys: (all) => [...all.keys()],
  });
