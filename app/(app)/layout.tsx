import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Frame } from '@/components/frame/frame';
import { SIDEBAR_COOKIE } from '@/components/frame/sidebar-cookie';
import { pageActor } from '@/lib/http/page-actor';

export default async function AppLayout({ children }: { children: ReactNode }) {
  const { name, email, roles } = await pageActor();
  const collapsed = (await cookies()).get(SIDEBAR_COOKIE)?.value === 'collapsed';
  return (
    <Frame person={{ name, email }} roles={roles} collapsed={collapsed}>
      {children}
    </Frame>
  );
}
