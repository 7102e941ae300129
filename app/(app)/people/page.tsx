import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { SearchParams } from 'nuqs/server';
import { PeopleScreen } from '@/components/people/people-screen';
import { loadPeopleSearch } from '@/components/people/search';
import { usersQuery } from '@/lib/accounts/client';
import { listUsers } from '@/lib/accounts/queries/users';
import { Users, UsersQuery } from '@/lib/accounts/schema';
import { jsonOf } from '@/lib/http/json-of';
import { requireAdminPage } from '@/lib/http/page-actor';

export default async function PeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { id } = await requireAdminPage();
  const { q, role } = await loadPeopleSearch(searchParams);
  const client = new QueryClient();
  const question = { search: q.trim(), ...(role && { role }) };
  const first = async () => jsonOf(Users, await listUsers(UsersQuery.parse(question)));
  await client.prefetchInfiniteQuery({ ...usersQuery({ search: q.trim(), role }), queryFn: first });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PeopleScreen myId={id} />
    </HydrationBoundary>
  );
}
