import type { BuiltAd } from '@/db/builders/ads';
import type { DemoWish } from '@/db/builders/demo-wishes';
import { Condition, type History } from '@/lib/ads/conditions';
import { type AdFacts, judgeJoin } from '@/lib/ads/rules';

/** A registered ad of the demo; `words` are what its advertiser said from when on, oldest first. */
export type SeededAd = { row: BuiltAd; words: { at: Date; decided: AdFacts['decided']; places: number }[] };

type Joined = { adId: number; memberId: string; joinedAt: Date };
type Refused = { adId: number; hour: Date; reason: string; n: number };
type Tally = { used: Map<number, number>; histories: Map<string, History & { adIds: Set<number> }> };

const HOUR_MILLISECONDS = 3_600_000;

/** What became of the wishes, one after the other, by the rules that joining has; who does not insist is refused nothing. */
export function judgeWishes(
  wishes: readonly DemoWish[],
  ads: ReadonlyMap<string, SeededAd>,
): { joined: Joined[]; refused: Refused[] } {
  const tally: Tally = { used: new Map(), histories: new Map() };
  const joined: Joined[] = [];
  const refused = new Map<string, Refused>();
  for (const wish of wishes) {
    const ad = ads.get(wish.key);
    if (!ad) throw new Error(`${wish.key} is no ad of the demo`);
    const reason = reasonAgainst(wish, ad, tally);
    if (reason === null) joined.push(join(wish, ad, tally));
    else if (wish.insists) count(refused, { adId: ad.row.id, atMs: wish.atMs, reason });
  }
  return { joined, refused: [...refused.values()] };
}

function reasonAgainst({ memberId, atMs }: DemoWish, { row, words }: SeededAd, tally: Tally): string | null {
  const at = new Date(atMs);
  const history = historyOf(memberId, tally);
  if (history.adIds.has(row.id)) return 'already-joined';
  const word = words.findLast((one) => one.at <= at) ?? words[0];
  if (!word) return 'not-live';
  const facts = { ...row, ...word, used: tally.used.get(row.id) ?? 0 };
  const verdict = judgeJoin({ ...facts, eligibility: Condition.array().parse(row.eligibility) }, history, at);
  return verdict.ok ? null : verdict.reason;
}

function join({ memberId, atMs }: DemoWish, { row }: SeededAd, tally: Tally): Joined {
  const history = historyOf(memberId, tally);
  history.adIds.add(row.id);
  tally.histories.set(memberId, { count: history.count + 1, adIds: history.adIds });
  tally.used.set(row.id, (tally.used.get(row.id) ?? 0) + 1);
  return { adId: row.id, memberId, joinedAt: new Date(atMs) };
}

const historyOf = (memberId: string, { histories }: Tally) =>
  histories.get(memberId) ?? { count: 0, adIds: new Set<number>() };

function count(refused: Map<string, Refused>, { adId, atMs, reason }: { adId: number; atMs: number; reason: string }) {
  const hour = new Date(atMs - (atMs % HOUR_MILLISECONDS));
  const name = `${adId} ${hour.getTime()} ${reason}`;
  const known = refused.get(name);
  if (known) known.n += 1;
  else refused.set(name, { adId, hour, reason, n: 1 });
}
