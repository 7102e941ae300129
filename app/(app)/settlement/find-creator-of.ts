import { notFound, redirect } from 'next/navigation';
import { requireRolePage } from '@/lib/http/page-actor';
import { findCreator } from '@/lib/settlement/queries/find-creator';

/** Whose settlement a page shows: a creator's own, or the one that an admin names; without a name an admin sees the days. */
export async function findCreatorOf(named: number | null) {
  const { id, roles } = await requireRolePage('admin', 'creator');
  const isAdmin = roles.includes('admin');
  if (isAdmin && named === null) redirect('/settlement/days');
  const creator = await findCreator(isAdmin ? (named ?? id) : id);
  if (!creator) notFound();
  return { hasVideos: creator.hasVideos, creator: isAdmin ? creator.name : null, creatorId: isAdmin ? named : id };
}
