'use client';

import { useQueryClient } from '@tanstack/react-query';
import { signOut } from 'next-auth/react';

/** Ends this browser's session in the database as well, forgets what was fetched, and leads to sign-in. */
export function useSignOut(): () => void {
  const client = useQueryClient();
  return () => {
    client.clear();
    void signOut({ callbackUrl: '/sign-in' });
  };
}
