import { singleton } from '@/lib/platform/singleton';
import type { Store } from './store';

export type Reply = string | number | null | Reply[];
/** Does in this process what a Lua script does in Redis; contract tests hold the two together. */
export type Twin = (store: Store, keys: string[], args: string[]) => Reply;

const twins = () => singleton('redis-twins', () => new Map<string, Twin>());

/** Teaches the in-process store the script with this SHA-1. */
export function addTwin(sha: string, twin: Twin): void {
  twins().set(sha, twin);
}

export function findTwin(sha: string): Twin | undefined {
  return twins().get(sha);
}
