import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Frame } from '@/components/frame/frame';
import { isInRoom, ROOMS } from '@/components/frame/rooms';
import { SIDEBAR_COOKIE } from '@/components/frame/sidebar-cookie';
import { pageActor } from '@/lib/http/page-actor';
import { PATH_HEADER } from '@/lib/http/path-header';

/** A page is called by its room, unless it says otherwise. */
export async function generateMetadata(): Promise<Metadata> {
  const [path = ''] = (await headers()).get(PATH_HEADER)?.split('?') ?? [];
  const room = ROOMS.find((candidate) => isInRoom(candidate, path));
  return room ? { title: (await getTranslations('rooms'))(room.id) } : {};
}

export default async function AppLayout({ children }: { children: ReactNode }) {
  const { name, email, memberId, roles } = await pageActor();
  const collapsed = (await cookies()).get(SIDEBAR_COOKIE)?.value === 'collapsed';
  return (
    <Frame person={{ name, email, memberId }} roles={roles} collapsed={collapsed}>
      {children}
    </Frame>
  );
}
