/** Lets a page of any origin read the answer; whether the key allows that origin was decided before. */
export function corsHeaders(request: Request, headers: Headers): void {
  const origin = request.headers.get('origin');
  if (!origin) return;
  headers.set('access-control-allow-origin', origin);
  headers.set('access-control-expose-headers', 'retry-after, x-request-id');
  headers.append('vary', 'origin');
}

/** A preflight carries no key, so it allows what any publishable key might; the request itself is checked. */
export function preflight(request: Request): Response {
  const headers = new Headers({
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type, idempotency-key',
    'access-control-max-age': '86400',
  });
  corsHeaders(request, headers);
  return new Response(null, { status: 204, headers });
}
