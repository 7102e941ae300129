'use client';

import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { PageHeader } from '@/components/frame/page-header';
import { useZoneName } from '@/components/operations/use-zone-name';
import { PeoplePanel } from './people-panel';
import { PersonSheet } from './person-sheet';
import { peopleSearch } from './search';
import { WaitingRequests } from './waiting-requests';

/** Who signs in here, and what each may do. */
export function PeopleScreen({ myId }: { myId: number }) {
  const t = useTranslations('people');
  const [search, setSearch] = useQueryStates(peopleSearch, { history: 'replace' });
  const open = (person: number) => void setSearch({ person });
  return (
    <>
      <PageHeader title={t('title')} note={t('note', { zone: useZoneName() })} />
      <div className="flex flex-col gap-4">
        <WaitingRequests onOpen={open} />
        <PeoplePanel search={search} onSearch={(next) => void setSearch(next)} onOpen={open} myId={myId} />
      </div>
      <PersonSheet userId={search.person} myId={myId} onClose={() => void setSearch({ person: null })} />
    </>
  );
}
