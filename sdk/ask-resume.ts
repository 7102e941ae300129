import type { Environment } from './environment';
import type { Signed } from './signer';

/** Where this viewer goes on in a video, in seconds; 0 for the start, and when nobody can tell. */
export async function askResume(
  { fetch }: Environment,
  { endpoint, key }: { endpoint: string; key: string },
  { contentId, anonymousId, viewerId, viewerToken }: Signed,
): Promise<number> {
  const names = Object.entries({ anonymousId, viewerId, viewerToken }).filter(([, name]) => name);
  const address = endpoint.replace(/events(?!.*events)/, `videos/${contentId}`);
  try {
    const response = await fetch(
      `${address}?${names.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('&')}`,
      {
        headers: { authorization: `Bearer ${key}` },
        credentials: 'omit',
      },
    );
    return (await response.json()).resumeAtSeconds || 0;
  } catch {
    return 0;
  }
}
