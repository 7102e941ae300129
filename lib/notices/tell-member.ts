import { notices } from '@/db/schema/notices';
import type { Tx } from '@/lib/platform/database';
import type { NoticeData, NoticeKind } from './schema';

export type TellMember = {
  memberId: string;
  /** The thing it is about, such as `order:17`; a member is told of it once. */
  reference: string;
  kind: NoticeKind;
  data: NoticeData;
  now: Date;
};

/** Tells a member something, in the transaction in which it comes true; the bell shows it within moments of the commit. */
export async function tellMember(tx: Tx, { now, ...notice }: TellMember): Promise<void> {
  await tx
    .insert(notices)
    .values({ ...notice, at: now })
    .onConflictDoNothing();
}
