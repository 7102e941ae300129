import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { SearchParams } from 'nuqs/server';
import { AuditScreen } from '@/components/audit/audit-screen';
import { auditFilterOf, loadAuditSearch } from '@/components/audit/search';
import { auditQuery } from '@/lib/accounts/client';
import { listAudit } from '@/lib/accounts/queries/list-audit';
import { AuditItems, AuditQuery } from '@/lib/accounts/schema';
import { jsonOf } from '@/lib/http/json-of';
import { requireAdminPage } from '@/lib/http/page-actor';

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdminPage();
  const filter = auditFilterOf(await loadAuditSearch(searchParams));
  const client = new QueryClient();
  const question = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
  const first = async () => jsonOf(AuditItems, await listAudit(AuditQuery.parse(question)));
  await client.prefetchInfiniteQuery({ ...auditQuery(filter), queryFn: first });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <AuditScreen />
    </HydrationBoundary>
  );
}
