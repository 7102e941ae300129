import { createHash } from 'node:crypto';
import type { Redis } from '@upstash/redis';

export type Script = { lua: string; sha: string };

/** Declares a Lua script. */
export function defineScript(body: string): Script {
  // Without this line Upstash locks its whole database while a script runs; `tcp.ts` takes it off for other servers.
  const lua = `#!lua flags=allow-key-locking\n${body}`;
  return { lua, sha: sha1(lua) };
}

/** Runs a script in one round trip; a Redis that does not know it yet learns it with a second one. */
export async function runScript<T>(client: Redis, script: Script, keys: string[], args: string[]): Promise<T> {
  try {
    return await client.evalsha<string[], T>(script.sha, keys, args);
  } catch (error) {
    if (!String(error).includes('NOSCRIPT')) throw error;
    return client.eval<string[], T>(script.lua, keys, args);
  }
}

export function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
