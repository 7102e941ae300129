import { notFound } from 'next/navigation';
import { StatementScreen } from '@/components/settlement/statement-screen';
import { requireRolePage } from '@/lib/http/page-actor';
import { DomainError } from '@/lib/kernel/error';
import { getStatement } from '@/lib/settlement/queries/get-statement';
import { statementInSight } from '@/lib/settlement/statement-in-sight';

export default async function StatementPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRolePage('admin', 'creator');
  const { id } = await params;
  const find = async () => getStatement(statementInSight(actor, id));
  const statement = await find().catch((error) => {
    if (error instanceof DomainError && error.kind === 'missing') notFound();
    throw error;
  });
  return <StatementScreen initial={statement} isAdmin={actor.roles.includes('admin')} />;
}
