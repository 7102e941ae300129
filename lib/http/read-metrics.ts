import { AggregatorRegistry } from 'prom-client';
import { replicaState } from '@/lib/platform/database';
import { metrics } from '@/lib/platform/metrics';
import { redisState } from '@/lib/platform/redis/redis-state';
import { readState } from '@/lib/status/queries/read-state';
import { summarizeJobs } from '@/lib/status/queries/summarize-jobs';
import { metricsOfEach } from './metrics-of-each';

/** Everything this server tells Prometheus, as text. What the database knows is left out while it does not answer. */
export async function readMetrics(now: Date): Promise<{ text: string; contentType: string }> {
  await tellReplica();
  set('boxoffice_redis_up', 'Whether Redis answers; 1 where none is set.', Number((await redisState()).healthy));
  const asked = await Promise.all([tellJobs(now), tellState(now)]).then(
    () => 1,
    () => 0,
  );
  set('boxoffice_database_up', 'Whether the database answered this scrape.', asked);
  const ofProcesses = AggregatorRegistry.aggregate(await metricsOfEach());
  const { shared } = metrics();
  return { text: `${await ofProcesses.metrics()}\n${await shared.metrics()}`, contentType: shared.contentType };
}

function set(name: string, help: string, value: number): void {
  metrics().sharedGauge(name, help).set(value);
}

async function tellJobs(now: Date): Promise<void> {
  const { tasks, oldestWaitingSeconds } = await summarizeJobs(now);
  const gauge = metrics().sharedGauge('boxoffice_jobs', 'Jobs by task and state.', ['task', 'state']);
  gauge.reset();
  for (const { task, waiting, running, failed } of tasks) {
    for (const [state, n] of Object.entries({ waiting, running, failed })) gauge.set({ task, state }, n);
  }
  set(
    'boxoffice_jobs_oldest_waiting_seconds',
    'How long the oldest job that is due has waited.',
    oldestWaitingSeconds ?? 0,
  );
}

async function tellState(now: Date): Promise<void> {
  const state = await readState(now);
  set('boxoffice_days_not_settled', 'Past days without a run.', state.daysNotSettled);
  set('boxoffice_days_dirty', 'Past days whose events changed since their run.', state.daysDirty);
  set('boxoffice_deltas_waiting', 'Counts not folded into the daily figures yet.', state.deltasWaiting);
  set('boxoffice_runs_failed_today', 'Runs that failed in the last 24 hours.', state.runsFailedToday);
  set('boxoffice_partitions_ahead', 'Days to come that have their partition, of seven.', state.partitionsAhead);
}

/** Asked beside the rest, so that a replica that is away hides nothing else. */
async function tellReplica(): Promise<void> {
  const state = await replicaState();
  if (state === null) return;
  set('boxoffice_replica_up', 'Whether the replica answers.', Number(state.behindSeconds !== null));
  const lag = metrics().sharedGauge(
    'boxoffice_replica_lag_seconds',
    'How far the replica is behind, while it answers.',
  );
  if (state.behindSeconds === null) lag.remove();
  else lag.set(state.behindSeconds);
}
