import { serveSdk } from '@/sdk/serve-sdk';

/** Bundled once, by `next build`; in development at each request. */
export const dynamic = 'force-static';

export const GET = () => serveSdk('iife');
