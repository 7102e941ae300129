import { env } from '@/lib/platform/env';

/** Where browsers find the picture: below ASSET_BASE_URL when it is set, else on this server. */
export function assetAddress(key: string): string {
  return `${assetBase()}${key}`;
}

/** What every address begins with. */
export function assetBase(): string {
  return env().ASSET_BASE_URL?.replace(/\/*$/, '/') ?? OWN_PATH;
}

/** The door of this server itself, whatever stands in front of it. */
export const OWN_PATH = '/assets/';
