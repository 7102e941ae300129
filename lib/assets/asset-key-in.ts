import { assetBase, OWN_PATH } from './asset-address';
import { AssetKey } from './schema';

/** The key of an address that an upload answered with, before or after ASSET_BASE_URL was set; null for any other address. */
export function assetKeyIn(address: string): string | null {
  const base = [assetBase(), OWN_PATH].find((start) => address.startsWith(start));
  const key = base === undefined ? '' : address.slice(base.length);
  return AssetKey.safeParse(key).success ? key : null;
}
