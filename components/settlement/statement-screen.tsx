'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/frame/page-header';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useFormat } from '@/components/use-format';
import type { Day } from '@/lib/kernel/day';
import { statementFileUrl, statementLinesQuery, statementQuery } from '@/lib/settlement/statement-client';
import type { Statement } from '@/lib/settlement/statement-schema';
import { StatementAdjustments } from './statement-adjustments';
import { StatementPayout } from './statement-payout';
import { StatementRefusals } from './statement-refusals';
import { StatementSums } from './statement-sums';
import { StatementVideos } from './statement-videos';

/** One statement: how the amounts become what is paid, video by video, with what was corrected and what was not paid. */
export function StatementScreen({ initial, isAdmin }: { initial: Statement; isAdmin: boolean }) {
  const t = useTranslations('statements');
  const format = useFormat();
  const query = useQuery({ ...statementQuery(initial.id), initialData: initial });
  const lines = useInfiniteQuery(statementLinesQuery(initial.id));
  const statement = query.data;
  const isFinal = statement.state === 'final';
  return (
    <>
      <PageHeader
        title={t('titleOf', { month: format.day(statement.from as Day, 'month') })}
        note={
          <span className="flex flex-wrap items-center gap-2">
            <Creator creator={statement.creator} opens={isAdmin} />
            <Badge tone={isFinal ? 'good' : 'neutral'}>{t(isFinal ? 'final' : 'provisional')}</Badge>
            {!isFinal && t('provisionalNote')}
          </span>
        }
        back={<Link href="/settlement/statements">← {t('title')}</Link>}
        action={<Downloads id={statement.id} />}
      />
      <div className="flex flex-col gap-4">
        <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
          <StatementSums query={query} />
          <StatementPayout statement={statement} />
        </div>
        <StatementVideos query={lines} from={statement.from} total={statement.total} />
        <StatementAdjustments query={lines} />
        <StatementRefusals refusals={statement.refusals} />
      </div>
    </>
  );
}

/** An admin gets from a statement to all that its creator earned. */
function Creator({ creator, opens }: { creator: Statement['creator']; opens: boolean }) {
  if (!opens) return creator.name;
  return (
    <Link href={`/settlement?creatorId=${creator.id}` as Route} className="underline underline-offset-4">
      {creator.name}
    </Link>
  );
}

const FORMATS = ['csv', 'xlsx', 'pdf'] as const;

function Downloads({ id }: { id: string }) {
  const t = useTranslations('statements');
  const { locale } = useFormat();
  return FORMATS.map((form) => (
    <Button key={form} asChild>
      <a href={statementFileUrl(id, form, locale)} download aria-label={t('save', { format: form.toUpperCase() })}>
        <Download aria-hidden className="size-4 max-md:hidden" />
        {form.toUpperCase()}
      </a>
    </Button>
  ));
}
