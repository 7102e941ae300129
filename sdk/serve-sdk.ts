import { bundleSdk } from './bundle';

/** The SDK as any page of any origin may load it. Browsers keep it for an hour, and use it for a day while they fetch a newer one. */
export async function serveSdk(format: Parameters<typeof bundleSdk>[0]): Promise<Response> {
  return new Response(await bundleSdk(format), {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    },
  });
}
