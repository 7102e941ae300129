import type { Boxoffice } from '@/sdk/create-boxoffice';
import type { Receipt, SdkEvent, Trouble } from '@/sdk/event';
import type { DemoAction } from './demo-log';

type Tell = (action: DemoAction) => void;

/** The SDK as /sdk.js offers it, told to send soon, with a network that the visitor can switch off. Null before the script is there. */
export function openSdk(key: string, isOffline: () => boolean, tell: Tell): Boxoffice | null {
  let tookMilliseconds = 0;
  const onAnswer = (receipt: Receipt, events: SdkEvent[]) =>
    tell({ kind: 'answered', at: new Date().toISOString(), tookMilliseconds, again: false, receipt, events });
  const options = {
    key,
    flushAfterMilliseconds: 1000,
    onAnswer,
    onError: (trouble: Trouble) => tell({ kind: 'failed', at: new Date().toISOString(), trouble }),
  };
  const network = {
    fetch: async (url: string, init: RequestInit) => {
      if (isOffline()) throw new TypeError('switched off on the demo page');
      const start = performance.now();
      const response = await fetch(url, init);
      tookMilliseconds = performance.now() - start;
      return response;
    },
    beacon: (url: string, body: Blob) => !isOffline() && navigator.sendBeacon(url, body),
  };
  return window.Boxoffice?.createBoxoffice(options, network) ?? null;
}
