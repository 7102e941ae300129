'use client';

import { isServer, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Problem } from '@/lib/http/client';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Problem;
  }
}

/** One client a browser tab. Errors of queries and mutations are Problems. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(makeClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function makeClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => !isServer && failures < 2 && mayPass(error),
        retryDelay: (failures, error) => (error.retryAfterSeconds ?? 2 ** failures) * 1000,
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false },
    },
  });
}

/** Only what a second try can change: no answer, a busy server, a proxy between. */
function mayPass(error: Problem): boolean {
  return [0, 429, 502, 503, 504].includes(error.status);
}
