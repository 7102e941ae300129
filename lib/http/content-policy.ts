type Facts = {
  /** Made anew for each page; only scripts that carry it run. */
  nonce: string;
  /** Where pictures and films are served from, and where people sign in, when that is elsewhere. */
  assets: string | undefined;
  signIn: string;
  secure: boolean;
  /** Reloads of edited code need more than a page of a built app. */
  dev: boolean;
};

/**
 * The Content-Security-Policy of a page: no script runs but ours, nobody frames us, nothing is sent elsewhere. Styles
 * may be written into elements, as charts and menus place themselves so.
 */
export function contentPolicy({ nonce, assets, signIn, secure, dev }: Facts): string {
  const media = ["'self'", 'blob:', 'https:', ...originsOf(assets)].join(' ');
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src ${media} data:`,
    `media-src ${media}`,
    `font-src 'self' data:`,
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    `form-action 'self' ${originsOf(signIn).join(' ')}`.trim(),
    `base-uri 'none'`,
    `object-src 'none'`,
    `frame-ancestors 'none'`,
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

const originsOf = (url: string | undefined) => (url && URL.canParse(url) ? [new URL(url).origin] : []);
