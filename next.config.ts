import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/http/i18n.ts');

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
    '/api/v1/settlement/statements/*/download': [
      './node_modules/pretendard/dist/public/static/alternative/Pretendard-{Regular,SemiBold}.ttf',
    ],
  },
  experimental: { authInterrupts: true },
};

export default withNextIntl(config);
