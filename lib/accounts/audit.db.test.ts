import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLog } from '@/db/schema/accounts';
import { db, transaction } from '@/lib/platform/database';
import { SYSTEM } from './actor';
import { appendAudit } from './audit';

const entry = (id: string) => ({
  actor: SYSTEM,
  action: 'thing.changed',
  subject: { kind: 'thing', id },
  before: { name: 'before' },
  after: { name: 'after' },
  requestId: 'request-1',
});
const rowsOf = (id: string) => db().select().from(auditLog).where(eq(auditLog.subjectId, id));

test('says who changed what, from what to what, in which request', async () => {
  await appendAudit(db(), entry('a'));
  expect(await rowsOf('a')).toMatchObject([
    {
      actorKind: 'system',
      actorName: 'Boxoffice',
      action: 'thing.changed',
      before: { name: 'before' },
      after: { name: 'after' },
      requestId: 'request-1',
    },
  ]);
});

test('a change that is rolled back leaves no entry', async () => {
  const failing = transaction(async (tx) => {
    await appendAudit(tx, entry('b'));
    throw new Error('stop');
  });
  await expect(failing).rejects.toThrow('stop');
  expect(await rowsOf('b')).toEqual([]);
});

test.each([
  ['changed', sql`update audit_log set actor_name = 'somebody else'`],
  ['deleted', sql`delete from audit_log`],
  ['deleted, not even where nothing matches', sql`delete from audit_log where false`],
  ['emptied', sql`truncate audit_log`],
])('an entry cannot be %s', async (_, statement) => {
  await appendAudit(db(), entry('c'));
  const count = (await rowsOf('c')).length;
  await expect(db().execute(statement)).rejects.toMatchObject({ cause: { code: '23001' } });
  expect(await rowsOf('c')).toHaveLength(count);
});
