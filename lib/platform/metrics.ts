import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { singleton } from './singleton';

/** What this process tells Prometheus, beside what `collectDefaultMetrics` says of Node. */
export const metrics = () => singleton('metrics', makeMetrics);

function makeMetrics() {
  const registry = new Registry();
  const shared = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    /** What any process would say the same of, such as the days in the database. */
    shared,
    requests: new Histogram({
      name: 'boxoffice_http_request_duration_seconds',
      help: 'Time to answer a request, by door and status.',
      labelNames: ['method', 'door', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    refusals: new Counter({
      name: 'boxoffice_refusals_total',
      help: 'Refused requests by the code of their problem.',
      labelNames: ['code'],
      registers,
    }),
    events: new Counter({
      name: 'boxoffice_events_total',
      help: 'Received events by what became of them: counted, duplicate, or the reason they were refused or rejected for.',
      labelNames: ['outcome'],
      registers,
    }),
    gauge: (name: string, help: string, labelNames: string[] = []) => gaugeOf(registry, { name, help, labelNames }),
    sharedGauge: (name: string, help: string, labelNames: string[] = []) => gaugeOf(shared, { name, help, labelNames }),
  };
}

type Named = { name: string; help: string; labelNames: string[] };

function gaugeOf(registry: Registry, { name, help, labelNames }: Named): Gauge {
  const existing = registry.getSingleMetric(name);
  return existing instanceof Gauge ? existing : new Gauge({ name, help, labelNames, registers: [registry] });
}
