import type { IntegrityCheck } from './check';

// Bits of pg_trigger.tgtype: BEFORE is 2, the others as named.
const UNGUARDED = `select change from (values (16, 'UPDATE'), (8, 'DELETE'), (32, 'TRUNCATE')) as changes (bit, change)
where not exists (
  select from pg_trigger t
  where t.tgrelid = 'audit_log'::regclass and t.tgenabled in ('O', 'A') and t.tgfoid = to_regproc('refuse_audit_change')
    and t.tgtype & 2 <> 0 and t.tgtype & bit <> 0
)`;

const DECIDED = `select 'key' as subject, id as "subjectId", 'key.revoked' as action, revoked_at as at
from api_keys where revoked_at is not null
union all
select 'user', user_id, 'role-request.' || state, decided_at from role_requests where state <> 'waiting'
union all
select 'post', id, 'post.hidden', hidden_at from posts where hidden_at is not null and deleted_at is null`;

const UNWRITTEN = `select * from (${DECIDED}) as decided where not exists (
  select from audit_log a
  where a.subject_kind = subject and a.subject_id = "subjectId"::text and a.action = decided.action
) order by at desc`;

/** Whether every change of an admin is written down for good (I15). */
export const checksOfAccounts: readonly IntegrityCheck[] = [
  {
    id: 'audit-append-only',
    rule: 'I15',
    title: 'The audit log can only grow',
    detail: 'A trigger of the database refuses to change, delete or empty it.',
    looked: 'select 3',
    breaches: UNGUARDED,
  },
  {
    id: 'changes-are-audited',
    rule: 'I15',
    title: 'Changes of admins are in the audit log',
    detail: 'Every revoked key, every answered request for a role and every hidden post has its entry.',
    looked: `select count(*) from (${DECIDED}) as decided`,
    breaches: UNWRITTEN,
  },
];
