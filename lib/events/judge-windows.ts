import { LRUCache } from 'lru-cache';
import { askRedis } from '@/lib/platform/redis/client';
import { singleton } from '@/lib/platform/singleton';
import { judgeWindowsInRedis } from './judge-windows-in-redis';
import { stepWindow, type WindowCheck, type WindowState, type WindowVerdict } from './step-window';

/**
 * Judges up to 500 clicks and views against the windows of their keys (events rules 3 and 5), in the order given and
 * atomically. Never throws: without Redis each process goes by windows of its own. Provisional either way: the daily
 * run judges again from the log (rule 6).
 */
export async function judgeWindows(checks: WindowCheck[]): Promise<WindowVerdict[]> {
  if (checks.length === 0) return [];
  return askRedis(
    (client) => judgeWindowsInRedis(client, checks),
    () => judgeWindowsHere(checks),
  );
}

/** By the windows of this process. */
export function judgeWindowsHere(checks: WindowCheck[]): WindowVerdict[] {
  const windows = ownWindows();
  return checks.map((check) => {
    const state = windows.get(check.key);
    const { verdict, next } = stepWindow(state, check);
    if (next !== state) windows.set(check.key, next);
    return verdict;
  });
}

// Bounded: past 200,000 windows (50 MB) the longest unused ones are forgotten.
const ownWindows = () => singleton('windows', () => new LRUCache<string, WindowState>({ max: 200_000 }));
