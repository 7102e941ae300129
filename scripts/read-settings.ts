import { type Env, env } from '@/lib/platform/env';

/** The settings of the app; when they are wrong, says which and ends the process. */
export function readSettings(): Env {
  try {
    return env();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
