import type { IntegrityCheck } from './integrity-check';
import { integrityOfAccounts } from './integrity-of-accounts';
import { integrityOfAds } from './integrity-of-ads';
import { integrityOfCommunity } from './integrity-of-community';
import { integrityOfEarnings } from './integrity-of-earnings';
import { integrityOfFigures } from './integrity-of-figures';
import { integrityOfLog } from './integrity-of-log';
import { integrityOfPayouts } from './integrity-of-payouts';
import { integrityOfPoints } from './integrity-of-points';
import { integrityOfSettlement } from './integrity-of-settlement';
import { integrityOfShop } from './integrity-of-shop';
import { integrityOfStreaming } from './integrity-of-streaming';

/** Every check there is, in the order of the page. To add one: its entry here, and its texts to both message files. */
export const integrityChecks: readonly IntegrityCheck[] = [
  ...integrityOfFigures,
  ...integrityOfLog,
  ...integrityOfStreaming,
  ...integrityOfSettlement,
  ...integrityOfEarnings,
  ...integrityOfPayouts,
  ...integrityOfAds,
  ...integrityOfPoints,
  ...integrityOfCommunity,
  ...integrityOfShop,
  ...integrityOfAccounts,
];
