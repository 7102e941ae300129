import { env } from '@/lib/platform/env';
import type { RepeatRules } from './rules';

/** The windows and caps of events rules 3 and 5, as configured. */
export function repeatRules(): RepeatRules {
  const { CLICK_WINDOW_MILLISECONDS, CLICK_DAILY_CAP, VIEW_WINDOW_MILLISECONDS, VIEW_DAILY_CAP } = env();
  const view = {
    windowMilliseconds: VIEW_WINDOW_MILLISECONDS,
    dailyCap: VIEW_DAILY_CAP,
    repeat: 'repeat-view',
  } as const;
  return {
    click: { windowMilliseconds: CLICK_WINDOW_MILLISECONDS, dailyCap: CLICK_DAILY_CAP, repeat: 'rapid-repeat' },
    view,
    'ad-view': view,
  };
}
