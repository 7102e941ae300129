/** Lets a page of any origin read the answer; whether the key allows that origin was decided before. */
export function corsHeaders(request: Request): Record<string, string> {
  const origin = request.headers.get('origin');
  if (!origin) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'retry-after, x-request-id',
    vary: 'origin',
  };
}

/** A preflight carries no key, so it allows what any publishable key might; the request itself is checked. */
export function preflight(request: Request): Response {
  const headers = {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type, idempotency-key',
    'access-control-max-age': '86400',
    ...corsHeaders(request),
  };
  return new Response(null, { status: 204, headers });
}
