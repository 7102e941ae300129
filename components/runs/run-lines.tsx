'use client';

import { useTranslations } from 'next-intl';
import { Fact } from '@/components/operations/facts';
import { Figure } from '@/components/ui/figure';
import type { Run } from '@/lib/events/schema';
import { Checksum } from './checksum';

/** What a run made of the settlement lines; a run that priced nothing says nothing. */
export function RunLines({ run }: { run: Run }) {
  const t = useTranslations('runs');
  if (run.tariffVersion === null) return null;
  return (
    <>
      <Fact name={t('tariff')}>{t('tariffVersion', { version: run.tariffVersion })}</Fact>
      <Fact name={t('linesChanged')}>{run.linesChanged === null ? '–' : <Figure value={run.linesChanged} />}</Fact>
      <Fact name={t('linesBefore')}>
        <Checksum value={run.linesBefore} />
      </Fact>
      <Fact name={t('linesAfter')}>
        <Checksum value={run.linesAfter} />
      </Fact>
    </>
  );
}
