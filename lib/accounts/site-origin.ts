import { env } from '@/lib/platform/env';

/** The origin under which a browser sees us, such as `https://boxoffice.example`: BOXOFFICE_URL, else what the request says. */
export function siteOrigin(request: Request): string {
  const { BOXOFFICE_URL } = env();
  if (BOXOFFICE_URL) return new URL(BOXOFFICE_URL).origin;
  const url = new URL(request.url);
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  const protocol = (forwarded ?? url.protocol.slice(0, -1)) === 'https' ? 'https' : 'http';
  const seen = `${protocol}://${request.headers.get('host') ?? url.host}`;
  return URL.canParse(seen) ? new URL(seen).origin : url.origin;
}
