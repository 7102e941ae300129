/**
 * The client's address, as the one trusted hop in front of the handlers wrote it: our server replaces
 * `x-forwarded-for` by what it saw (see TRUSTED_PROXY_HOPS), and so does Vercel.
 */
export function addressOf(request: Request): string {
  return request.headers.get('x-forwarded-for')?.split(',')[0]?.trim() || '0.0.0.0';
}
