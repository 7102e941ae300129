import { notFound } from 'next/navigation';
import { requireRolePage } from '@/lib/http/page-actor';
import { DomainError } from '@/lib/kernel/error';
import { idOf } from '@/lib/kernel/id';
import { getVideoInSight } from '@/lib/settlement/get-video-in-sight';

/** The video that an address names, for whoever may see its settlement; for anybody else there is none. */
export async function findVideoOf(id: string) {
  const actor = await requireRolePage('admin', 'creator');
  const video = await getVideoInSight(actor, idOf(id)).catch((error) => {
    if (error instanceof DomainError && error.kind === 'missing') notFound();
    throw error;
  });
  return { video, isAdmin: actor.roles.includes('admin') };
}
