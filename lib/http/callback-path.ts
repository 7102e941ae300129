const HERE = 'http://boxoffice.invalid';

/** Where to go after sign-in: a path of our own, whatever the address bar asked for; `/` when it is not one. */
export function callbackPath(wanted: string | string[] | undefined | null): string {
  if (typeof wanted !== 'string' || !URL.canParse(wanted, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, HERE);
  // A path may not begin with two slashes: a browser reads another host into it.
  if (origin !== HERE || !wanted.startsWith('/') || pathname.startsWith('//')) return '/';
  return `${pathname}${search}${hash}`;
}
