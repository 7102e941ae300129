import { type Decide, decideState } from './decide-state';
import type { Ad } from './schema';

/** Takes members again, as far as its period and places allow. Errors: ads/not-found, ads/ended. */
export function resumeAd(call: Decide): Promise<Ad> {
  return decideState(call, { to: 'open', action: 'ad.resumed' });
}
