'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import type { StepText } from './tariff-fields';

type StepFieldsProps = { legend: string; steps: StepText[]; onChange: (steps: StepText[]) => void };

/** The steps of one part as they are typed; the first begins with the first view. */
export function StepFields({ legend, steps, onChange }: StepFieldsProps) {
  const t = useTranslations('tariffs');
  const change = (at: number, part: Partial<StepText>) =>
    onChange(steps.map((step, i) => (i === at ? { ...step, ...part } : step)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      <div aria-hidden className="grid grid-cols-[1fr_1fr_2rem] gap-2 text-right text-xs text-muted">
        <span className="px-2">{t('fromCount')}</span>
        <span className="px-2">{t('won')}</span>
      </div>
      {steps.map((step, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name but their place
        <div key={i} className="grid grid-cols-[1fr_1fr_2rem] items-center gap-2">
          <Input
            aria-label={t('stepFrom', { n: i + 1 })}
            inputMode="numeric"
            className="text-right"
            value={step.from}
            disabled={i === 0}
            onChange={(event) => change(i, { from: event.target.value })}
          />
          <Input
            aria-label={t('stepWon', { n: i + 1 })}
            inputMode="decimal"
            className="text-right"
            value={step.won}
            onChange={(event) => change(i, { won: event.target.value })}
          />
          {i > 0 && (
            <IconButton
              icon={X}
              label={t('removeStep', { n: i + 1 })}
              onClick={() => onChange(steps.filter((_, other) => other !== i))}
            />
          )}
        </div>
      ))}
      <Button
        size="small"
        variant="quiet"
        icon={Plus}
        className="self-start"
        onClick={() => onChange([...steps, { from: '', won: '' }])}
      >
        {t('addStep')}
      </Button>
    </fieldset>
  );
}
