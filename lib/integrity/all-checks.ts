import type { IntegrityCheck } from './check';
import { checksOfAccounts } from './checks-of-accounts';
import { checksOfAds } from './checks-of-ads';
import { checksOfCommunity } from './checks-of-community';
import { checksOfEarnings } from './checks-of-earnings';
import { checksOfFigures } from './checks-of-figures';
import { checksOfLog } from './checks-of-log';
import { checksOfPayouts } from './checks-of-payouts';
import { checksOfPoints } from './checks-of-points';
import { checksOfSettlement } from './checks-of-settlement';
import { checksOfShop } from './checks-of-shop';
import { checksOfStreaming } from './checks-of-streaming';

/** Every check there is, in the order of the page. To add one: its entry here, and its texts to both message files. */
export const allChecks: readonly IntegrityCheck[] = [
  ...checksOfFigures,
  ...checksOfLog,
  ...checksOfStreaming,
  ...checksOfSettlement,
  ...checksOfEarnings,
  ...checksOfPayouts,
  ...checksOfAds,
  ...checksOfPoints,
  ...checksOfCommunity,
  ...checksOfShop,
  ...checksOfAccounts,
];
