import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/http/i18n.ts');

/** Of every answer that Next gives; the policy of a page is in proxy.ts, since each page has a nonce of its own. */
const HEADERS = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'referrer-policy', value: 'strict-origin-when-cross-origin' },
  { key: 'x-frame-options', value: 'DENY' },
  { key: 'permissions-policy', value: 'camera=(self), microphone=(), geolocation=(), payment=()' },
  // Counts on https only; a browser ignores it elsewhere.
  { key: 'strict-transport-security', value: 'max-age=31536000' },
];

const config: NextConfig = {
  // Several servers of one checkout, such as the journeys' and a developer's, each want a folder of their own.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  // Bundles the SDK (see sdk/bundle.ts); it finds its own program beside itself.
  serverExternalPackages: ['esbuild'],
  // The fonts of PDFs are read from their files, which no import names.
  outputFileTracingIncludes: {
    '/docs': ['./docs/quick-start*.md'],
    '/api/v1/settlement/statements/*/download': [
      './node_modules/pretendard/dist/public/static/alternative/Pretendard-{Regular,SemiBold}.ttf',
    ],
  },
  headers: async () => [{ source: '/:path*', headers: HEADERS }],
  // A page is loaded when it is first asked for: a server is up in half the time and holds what is used.
  experimental: { authInterrupts: true, preloadEntriesOnStart: false },
};

export default withNextIntl(config);
