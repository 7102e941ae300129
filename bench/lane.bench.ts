import { type Load, load } from './load';
import { setStage } from './stage';
import { median, round } from './statistics';
import { unlimitedKey } from './unlimited-key';

const CONNECTIONS = 16;
const SECONDS = 4;
const ROUNDS = 3;

/**
 * A request that is refused for its shape (422), so that nothing is asked of the database, of `POST /api/v1/events`:
 * through the fast lane of server.ts and through Next alone, in turn, round by round.
 */
export async function bench() {
  const stage = await setStage();
  const next = await stage.startAnother('bench/next-server.ts');
  const headers = await unlimitedKey(['events:write']);
  const ask = (address: string, seconds: number) =>
    load(
      { method: 'POST', url: `${address}/api/v1/events`, headers, body: () => '[]', expected: 422 },
      CONNECTIONS,
      seconds,
    );
  const rounds: { lane: Load; next: Load }[] = [];
  for (const address of [stage.address, next]) await ask(address, 2);
  for (let n = 0; n < ROUNDS; n++)
    rounds.push({ lane: await ask(stage.address, SECONDS), next: await ask(next, SECONDS) });
  await stage.stop();
  const middle = (pick: (one: { lane: Load; next: Load }) => number) => round(median(rounds.map(pick)));
  return {
    connections: CONNECTIONS,
    secondsEach: SECONDS,
    lanePerSecond: middle((one) => one.lane.perSecond),
    nextPerSecond: middle((one) => one.next.perSecond),
    laneToNext: middle((one) => one.lane.perSecond / one.next.perSecond),
    rounds,
  };
}
