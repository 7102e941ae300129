import { settleDay } from '@/lib/events/settle-day';
import { addDays } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { eventBody } from './event-body';
import { fillLog } from './fill';
import { SCALE } from './scale';
import { setStage } from './stage';
import { median } from './statistics';
import { unlimitedKey } from './unlimited-key';

const EVENTS = 5_000_000 * SCALE;
const CONTENTS = 100_000;

/** The run of a day with five million events, first and again, and a refresh after ten thousand new ones. */
export async function bench() {
  const stage = await setStage({ crons: false });
  const yesterday = addDays(calendar().dayOf(new Date()), -1);
  await fillLog(stage, { from: yesterday, to: yesterday, events: EVENTS, contents: CONTENTS, viewers: 400_000 });
  const runs = [];
  for (let attempt = 1; attempt <= 2; attempt++) {
    const started = performance.now();
    const settled = await settleDay(yesterday, new Date());
    const { rows } = await stage.query('select steps from runs where id = $1', [settled.runId]);
    runs.push({
      attempt,
      milliseconds: Math.round(performance.now() - started),
      changed: settled.changed,
      steps: rows[0].steps,
    });
  }
  const refresh = await refreshes(stage);
  await stage.stop();
  return { events: EVENTS, contents: CONTENTS, runs, refreshAfter10000: refresh };
}

async function refreshes(stage: Awaited<ReturnType<typeof setStage>>) {
  const headers = { ...(await unlimitedKey(['*'])), 'content-type': 'application/json' };
  const took: number[] = [];
  for (let n = 0; n < 5; n++) {
    for (let batch = 0; batch < 20; batch++)
      await fetch(`${stage.address}/api/v1/events`, { method: 'POST', headers, body: eventBody(500, CONTENTS) });
    const started = performance.now();
    const answer = await fetch(`${stage.address}/api/v1/stats/refresh`, { method: 'POST', headers });
    took.push(performance.now() - started);
    const { foldedEvents } = await answer.json();
    if (foldedEvents < 5000) console.error(`a scheduled fold came first: ${foldedEvents} left`);
  }
  return { medianMilliseconds: Math.round(median(took)), milliseconds: took.map(Math.round) };
}
