import { poolStates } from '@/lib/platform/database';
import { metrics } from '@/lib/platform/metrics';
import { singleton } from '@/lib/platform/singleton';

/** What one process measured, as it goes from one to another. */
export type Measured = object[];

const source = () => singleton('metrics-of-each', () => ({ ask: async (): Promise<Measured[]> => [await measured()] }));

/** What each process of this server measured; this one alone where there are no others. */
export function metricsOfEach(): Promise<Measured[]> {
  return source().ask();
}

/** From now on `ask` tells what all of them measured; series of this one are labelled with its name. */
export function joinMetrics(process: string, ask: () => Promise<Measured[]>): void {
  metrics().registry.setDefaultLabels({ process });
  source().ask = ask;
}

/** What this process measured until now. */
export async function measured(): Promise<Measured> {
  const gauge = metrics().gauge('boxoffice_pool_connections', 'Connections of a pool by what they do.', [
    'pool',
    'state',
  ]);
  for (const { name, connections, idle, waiting } of poolStates()) {
    gauge.set({ pool: name, state: 'busy' }, connections - idle);
    gauge.set({ pool: name, state: 'idle' }, idle);
    gauge.set({ pool: name, state: 'waited-for' }, waiting);
  }
  return metrics().registry.getMetricsAsJSON();
}
