'use client';

import { useTranslations } from 'next-intl';
import { Fact, Facts } from '@/components/operations/facts';
import { dayUrl } from '@/components/overview/urls';
import { Figure } from '@/components/ui/figure';
import { LinkButton } from '@/components/ui/link-button';
import { Sheet } from '@/components/ui/sheet';
import { Time } from '@/components/ui/time';
import { useFormat } from '@/components/use-format';
import type { Run } from '@/lib/events/schema';
import { parseDay } from '@/lib/kernel/day';
import { Checksum } from './checksum';
import { RunLines } from './run-lines';
import { RunState } from './run-state';
import { Took } from './took';

/** All that is known of one run. */
export function RunSheet({ run, onClose }: { run: Run | undefined; onClose: () => void }) {
  const t = useTranslations('runs');
  const format = useFormat();
  const day = run?.day ? parseDay(run.day) : null;
  const title = run && day ? t('runOf', { day: format.day(day), attempt: run.attempt }) : t('maintenance');
  return (
    <Sheet open={run !== undefined} onOpenChange={onClose} title={title}>
      {run && <RunFacts run={run} />}
      {day && (
        <LinkButton className="mt-4" href={dayUrl(day, null)}>
          {t('openDay')}
        </LinkButton>
      )}
    </Sheet>
  );
}

function RunFacts({ run }: { run: Run }) {
  const t = useTranslations('runs');
  const { rowsIn, rowsOut } = run;
  return (
    <>
      {run.error !== null && (
        <pre className="mb-2 rounded bg-bad-soft px-3 py-2 font-mono text-sm break-words whitespace-pre-wrap">
          {run.error}
        </pre>
      )}
      <Facts>
        <Fact name={t('state')}>
          <RunState run={run} />
        </Fact>
        <Fact name={t('startedAt')}>
          <Time at={run.startedAt} />
        </Fact>
        <Fact name={t('finishedAt')}>{run.finishedAt ? <Time at={run.finishedAt} /> : '–'}</Fact>
        <Fact name={t('took')}>
          <Took milliseconds={run.tookMilliseconds} />
        </Fact>
        <Fact name={t('steps')}>
          <Steps steps={run.steps} />
        </Fact>
        <Count name={t('rowsIn')} value={rowsIn} />
        <Count name={t('rowsOut')} value={rowsOut} />
        <Count name={t('refused')} value={rowsIn === null || rowsOut === null ? null : rowsIn - rowsOut} />
        <Count name={t('changed')} value={run.verdictsChanged} />
        <Fact name={t('checksumIn')}>
          <Checksum value={run.checksumIn} />
        </Fact>
        <Fact name={t('checksumOut')}>
          <Checksum value={run.checksumOut} />
        </Fact>
        <RunLines run={run} />
      </Facts>
      <p className="mt-2 text-xs text-muted">{t('checksumNote')}</p>
    </>
  );
}

function Count({ name, value }: { name: string; value: number | null }) {
  return <Fact name={name}>{value === null ? '–' : <Figure value={value} />}</Fact>;
}

const KNOWN_STEPS = ['judge', 'rollUp', 'adVideos', 'price', 'finish'] as const;

function Steps({ steps }: { steps: Run['steps'] }) {
  const t = useTranslations('runs');
  const format = useFormat();
  if (!steps || Object.keys(steps).length === 0) return <>–</>;
  const nameOf = (step: string) => {
    const known = KNOWN_STEPS.find((name) => name === step);
    return known ? t(`stepNames.${known}`) : step;
  };
  return Object.entries(steps)
    .map(([step, milliseconds]) => `${nameOf(step)} ${format.duration(milliseconds)}`)
    .join(' · ');
}
