import { assetBase, OWN_PATH } from './asset-address';
import { AssetKey, type VideoKey } from './schema';

/** The key of an address that an upload answered with, before or after ASSET_BASE_URL was set; null for any other address. */
export function assetKeyIn(address: string, shape: typeof AssetKey | typeof VideoKey = AssetKey): string | null {
  const base = [assetBase(), OWN_PATH].find((start) => address.startsWith(start));
  const key = base === undefined ? '' : address.slice(base.length);
  return shape.safeParse(key).success ? key : null;
}
