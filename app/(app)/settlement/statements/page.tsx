import type { SearchParams } from 'nuqs/server';
import { loadEarningsSearch } from '@/components/settlement/earnings-search';
import { StatementsScreen } from '@/components/settlement/statements-screen';
import { requireRolePage } from '@/lib/http/page-actor';

export default async function StatementsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { roles } = await requireRolePage('admin', 'creator');
  const { creatorId } = await loadEarningsSearch(searchParams);
  const isAdmin = roles.includes('admin');
  return <StatementsScreen creatorId={isAdmin ? creatorId : null} isAdmin={isAdmin} />;
}
