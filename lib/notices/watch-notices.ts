import { onBehalfOfAll } from '@/lib/platform/caller';
import { readDb } from '@/lib/platform/database';
import { singleton } from '@/lib/platform/singleton';

const EVERY_MILLISECONDS = 1000;

export type NoticeHub = {
  watchers: Map<string, Set<() => void>>;
  newest: Map<string, number>;
  timer: NodeJS.Timeout | null;
  isLooking: boolean;
};

/**
 * Calls `told` whenever a member gets a notice, until the function it returns is called. One question a second and
 * process, for all who watch: a channel of the database would make every commit that tells somebody queue for it.
 */
export function watchNotices(memberId: string, told: () => void): () => void {
  const hub = singleton('notice-hub', makeHub);
  const ofMember = hub.watchers.get(memberId) ?? new Set();
  hub.watchers.set(memberId, ofMember.add(told));
  hub.timer ??= onBehalfOfAll(() => setInterval(() => void look(hub), EVERY_MILLISECONDS).unref());
  return () => {
    if (!ofMember.delete(told)) return; // a second call must not take away who came after the first
    if (ofMember.size === 0) {
      hub.watchers.delete(memberId);
      hub.newest.delete(memberId);
    }
    if (hub.watchers.size > 0 || hub.timer === null) return;
    clearInterval(hub.timer);
    hub.timer = null;
  };
}

/** How many watch for this member in this process. */
export function watchersOf(memberId: string): number {
  return singleton('notice-hub', makeHub).watchers.get(memberId)?.size ?? 0;
}

const makeHub = (): NoticeHub => ({ watchers: new Map(), newest: new Map(), timer: null, isLooking: false });

/**
 * The first look at a member says where they are; a later one that finds more calls their watchers. While a database
 * answers late no second look begins, which would take connections away from those who read.
 */
async function look(hub: NoticeHub): Promise<void> {
  if (hub.isLooking) return;
  hub.isLooking = true;
  const rows = await newestOf([...hub.watchers.keys()]).catch(() => []);
  hub.isLooking = false;
  for (const { memberId, newest } of rows) {
    if (!hub.watchers.has(memberId)) continue; // left meanwhile
    const before = hub.newest.get(memberId);
    hub.newest.set(memberId, newest);
    if (before !== undefined && newest > before) for (const told of hub.watchers.get(memberId) ?? []) told();
  }
}

async function newestOf(members: string[]): Promise<{ memberId: string; newest: number }[]> {
  const { rows } = await readDb().$client.query<{ memberId: string; newest: number }>({
    name: 'newest-notices',
    text: `select m as "memberId", coalesce((select max(id) from notices where member_id = m), 0) as newest
      from unnest($1::text[]) as m`,
    values: [members],
  });
  return rows;
}
