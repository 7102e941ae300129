import { type Decide, decideState } from './decide-state';
import type { Ad } from './schema';

/** Takes nobody from now on, until it is resumed. Errors: ads/not-found, ads/ended. */
export function pauseAd(call: Decide): Promise<Ad> {
  return decideState(call, { to: 'paused', action: 'ad.paused' });
}
