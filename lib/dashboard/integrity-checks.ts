import type { IntegrityCheck } from './integrity-check';
import { integrityOfAccounts } from './integrity-of-accounts';
import { integrityOfAds } from './integrity-of-ads';
import { integrityOfFigures } from './integrity-of-figures';
import { integrityOfLog } from './integrity-of-log';
import { integrityOfPoints } from './integrity-of-points';

/** Every check there is, in the order of the page. To add one: its entry here, and its texts to both message files. */
export const integrityChecks: readonly IntegrityCheck[] = [
  ...integrityOfFigures,
  ...integrityOfLog,
  ...integrityOfAds,
  ...integrityOfPoints,
  ...integrityOfAccounts,
];
