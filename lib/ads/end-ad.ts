import { type Decide, decideState } from './decide-state';
import type { Ad } from './schema';

/** Takes nobody any more, for good. An ad whose period is over has ended already. Errors: ads/not-found. */
export function endAd(call: Decide): Promise<Ad> {
  return decideState(call, { to: 'ended', action: 'ad.ended' });
}
