import { env } from '@/lib/platform/env';

/** How people can sign in here: with Google when it is configured; without it, as the people of the demo in demo mode. */
export function signInWays(): { google: boolean; demo: boolean } {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, BOXOFFICE_MODE } = env();
  const google = Boolean(GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET);
  return { google, demo: BOXOFFICE_MODE === 'demo' && !google };
}
