import { type BlockedViewers, blockedViewers } from './blocked-viewers';
import type { Reason } from './codes';
import { judgeWindows } from './judge-windows';
import type { Candidate } from './read-events';
import { repeatRules } from './repeat-rules';
import type { RepeatRules } from './rules';
import type { Judged } from './store';

/**
 * Provisional verdicts; the daily run judges clicks and views again from the log (events rule 6). Likes are judged under
 * their lock, but a blocked viewer's are refused here and stay so.
 */
export async function judgeArrivals(candidates: Candidate[], bot: boolean): Promise<Judged[]> {
  const rules = repeatRules();
  const blocked = await blockedViewers();
  const judged: Judged[] = candidates.map((candidate) => ({
    candidate,
    reason: bot ? 'bot' : isBlocked(candidate, blocked) ? 'blocked' : ownContent(candidate),
  }));
  const open = judged.filter((one) => one.reason === null && !isLike(one.candidate));
  const ruleOf = ({ candidate }: Judged) => rules[candidate.type as keyof RepeatRules];
  const verdicts = await judgeWindows(
    open.map((one) => ({
      key: `${one.candidate.type} ${one.candidate.contentId} ${one.candidate.adPositionSeconds ?? ''} ${one.candidate.viewer}`,
      atMs: one.candidate.atMs,
      eventId: one.candidate.id,
      day: one.candidate.day,
      windowMs: ruleOf(one).windowMilliseconds,
      cap: ruleOf(one).dailyCap,
    })),
  );
  open.forEach((one, i) => {
    if (verdicts[i] === 'repeat') one.reason = ruleOf(one).repeat;
    if (verdicts[i] === 'cap') one.reason = 'daily-cap';
  });
  return judged;
}

/** Events rule 5: what a viewer does once blocked. */
function isBlocked({ viewer, atMs }: Candidate, blocked: BlockedViewers): boolean {
  return blocked.size > 0 && atMs >= (blocked.get(viewer) ?? Number.POSITIVE_INFINITY);
}

/** Events rule 5: the owner's own playback never counts. */
function ownContent(candidate: Candidate): Reason | null {
  const isView = candidate.type === 'view' || candidate.type === 'ad-view';
  return isView && candidate.ownerMemberId !== null && candidate.viewer === `m:${candidate.ownerMemberId}`
    ? 'own-content'
    : null;
}

export const isLike = (candidate: Candidate) => candidate.type === 'like' || candidate.type === 'unlike';
