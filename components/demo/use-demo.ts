'use client';

import { useEffect, useReducer, useRef, useState } from 'react';
import type { Boxoffice } from '@/sdk/create-boxoffice';
import type { DemoData } from './demo-data';
import { demoLog, EMPTY_LOG } from './demo-log';
import { openSdk } from './open-sdk';

/** The SDK at work and what came of it. `act` does nothing before the script is there. */
export function useDemo({ apiKey, creator }: DemoData) {
  const [log, tell] = useReducer(demoLog, EMPTY_LOG);
  const [loaded, setLoaded] = useState(false);
  const sdk = useRef<Boxoffice | null>(null);
  const { offline, isOffline, setOffline } = useSwitch();
  const [asCreator, setAsCreator] = useState(false);

  useEffect(() => {
    if (!loaded) return;
    sdk.current = openSdk(apiKey, isOffline, tell);
    return () => sdk.current?.stop();
  }, [loaded, apiKey, isOffline]);

  useEffect(() => {
    if (loaded) sdk.current?.identify(asCreator ? creator : null);
  }, [loaded, asCreator, creator]);

  const act = (work: (sdk: Boxoffice) => string | string[]) => {
    if (sdk.current) tell({ kind: 'made', ids: [work(sdk.current)].flat() });
  };
  const resumeAt = async (contentId: number): Promise<number> => {
    // The script is there a moment before the SDK is.
    await Promise.resolve();
    return (await sdk.current?.resumeAt(contentId)) ?? 0;
  };
  return {
    log,
    tell,
    act,
    resumeAt,
    loaded,
    onLoad: () => setLoaded(true),
    offline,
    setOffline,
    asCreator,
    setAsCreator,
  };
}

export type Demo = ReturnType<typeof useDemo>;

/** The network of the page, switched off and on. The SDK hears of the latter as of any network that comes back. */
function useSwitch() {
  const [offline, showOffline] = useState(false);
  const now = useRef(false);
  const [isOffline] = useState(() => () => now.current);
  const setOffline = (next: boolean) => {
    now.current = next;
    showOffline(next);
    if (!next) window.dispatchEvent(new Event('online'));
  };
  return { offline, isOffline, setOffline };
}
