import { expect } from 'vitest';
import { singleton } from '@/lib/platform/singleton';
import type { NoticeHub } from '../watch-notices';

/** Until the first look at a member has said where they are: what they are told before it is not news. */
export async function untilLooked(memberId: string): Promise<void> {
  await expect.poll(() => newestKnown().has(memberId)).toBe(true);
}

/** What this process knows of those who watch. */
export const newestKnown = (): NoticeHub['newest'] =>
  singleton<Pick<NoticeHub, 'newest'>>('notice-hub', () => ({ newest: new Map() })).newest;
