import { NewAdScreen } from '@/components/ads/new-ad-screen';
import { requireRolePage } from '@/lib/http/page-actor';
import { idOf } from '@/lib/kernel/id';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';

export default async function NewAdPage({ searchParams }: { searchParams: Promise<{ draft?: string | string[] }> }) {
  const { id, roles } = await requireRolePage('admin', 'advertiser');
  const draftId = idOf(String((await searchParams).draft ?? '')) || null;
  return (
    <NewAdScreen
      key={draftId}
      personId={id}
      admin={roles.includes('admin')}
      draftId={draftId}
      today={calendar().dayOf(now())}
    />
  );
}
