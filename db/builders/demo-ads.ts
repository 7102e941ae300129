import { addDays, type Day } from '@/lib/kernel/day';
import { DEMO_AD_PLANS, type DemoCondition, type DemoPlanStep } from './demo-ad-plans';
import type { DemoPicture } from './demo-picture';

/** What the advertiser changed after it was registered, at so many minutes after midnight. */
export type DemoStep = Omit<DemoPlanStep, 'day'> & { on: Day };

export type DemoAd = {
  key: string;
  name: string;
  text: string;
  rewardPoints: number;
  /** As registered; a step may raise it. */
  places: number;
  /** First and last day of the period, both included. */
  startsOn: Day;
  lastOn: Day;
  /** Registered by the admin for the house, otherwise by the advertiser of the demo. */
  house: boolean;
  eligibility: readonly DemoCondition[];
  steps: readonly DemoStep[];
  /** How many members a day come for it at first. */
  appeal: number;
  picture: DemoPicture | null;
};

/** The ads of the demo, in the order in which they were registered: over, live, sold out, paused, and yet to begin. */
export function buildDemoAds(today: Day): DemoAd[] {
  return DEMO_AD_PLANS.map(({ plan, house = false, eligibility = [], steps = [], picture = null, ...words }) => {
    const [starts, days, rewardPoints, places, appeal] = plan;
    const startsOn = addDays(today, starts);
    return {
      ...words,
      rewardPoints,
      places,
      appeal,
      startsOn,
      lastOn: addDays(startsOn, days - 1),
      house,
      eligibility,
      steps: steps.map(({ day, ...step }) => ({ ...step, on: addDays(today, day) })),
      picture,
    };
  });
}
