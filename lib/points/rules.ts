import type { TransferKind } from './schema';

/** The accounts of the house, which give to wallets and take from them. */
export type HouseAccount = 'ads' | 'posts' | 'ranking' | 'shop' | 'correction';

/** From which account of the house a promise of each kind is paid. */
export const HOUSE_ACCOUNTS: Record<TransferKind, HouseAccount> = {
  'ad-reward': 'ads',
  'post-reward': 'posts',
  'ranking-reward': 'ranking',
  order: 'shop',
  refund: 'shop',
  correction: 'correction',
};
