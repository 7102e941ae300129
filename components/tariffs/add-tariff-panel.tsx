'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Panel } from '@/components/ui/panel';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/use-format';
import { addDays, type Day, parseDay } from '@/lib/kernel/day';
import { addTariff } from '@/lib/settlement/days-client';
import type { TariffVersion } from '@/lib/settlement/tariff-schema';
import { StepFields } from './step-fields';
import { previewOf, type TariffText, tariffIn, textOf } from './tariff-fields';
import { TariffPreview } from './tariff-preview';

type AddTariffPanelProps = { base: TariffVersion; inForce: TariffVersion; today: Day };

/** The next tariff, begun with the steps of the latest; what it changes is said before it is asked for. */
export function AddTariffPanel({ base, inForce, today }: AddTariffPanelProps) {
  const t = useTranslations('tariffs');
  const tomorrow = addDays(today, 1);
  const [text, setText] = useState<TariffText>({ effectiveOn: tomorrow, ...textOf(base) });
  const [asking, setAsking] = useState(false);
  const wanted = tariffIn(text);
  const future = text.effectiveOn >= tomorrow && parseDay(text.effectiveOn) !== null;
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (wanted && future) setAsking(true);
  };
  return (
    <Panel title={t('add')}>
      <form onSubmit={ask} noValidate className="flex flex-col gap-4">
        <Field label={t('effectiveOn')} hint={t('effectiveHint')} error={future ? undefined : t('day')}>
          <Input
            type="date"
            min={tomorrow}
            value={text.effectiveOn}
            onChange={(event) => setText({ ...text, effectiveOn: event.target.value })}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <StepFields legend={t('views')} steps={text.video} onChange={(video) => setText({ ...text, video })} />
          <StepFields legend={t('adViews')} steps={text.ad} onChange={(ad) => setText({ ...text, ad })} />
        </div>
        <TariffPreview now={inForce} then={wanted} />
        <p role="status" className={wanted || !future ? 'sr-only' : 'text-sm text-bad'}>
          {!wanted && future && t('invalid')}
        </p>
        <Button type="submit" variant="primary" className="self-start" disabled={!wanted || !future}>
          {t('add')}
        </Button>
      </form>
      {wanted && <ConfirmTariff wanted={wanted} inForce={inForce} open={asking} onOpenChange={setAsking} />}
    </Panel>
  );
}

type ConfirmTariffProps = {
  wanted: NonNullable<ReturnType<typeof tariffIn>>;
  inForce: TariffVersion;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

function ConfirmTariff({ wanted, inForce, open, onOpenChange }: ConfirmTariffProps) {
  const t = useTranslations('tariffs');
  const format = useFormat();
  const client = useQueryClient();
  const day = format.day(wanted.effectiveOn);
  const adding = useMutation({
    mutationFn: () => addTariff(wanted),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['tariffs'] });
      onOpenChange(false);
      toast(t('added', { day }));
    },
  });
  const worth = (steps: TariffVersion['video']) => format.tenths(previewOf(steps));
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        adding.reset();
        onOpenChange(next);
      }}
      title={t('confirmTitle', { day })}
      confirm={t('add')}
      onConfirm={() => adding.mutate()}
      busy={adding.isPending}
      error={adding.error}
      danger={false}
    >
      <p>
        {t('confirmWhat', {
          now: worth(inForce.video),
          new: worth(wanted.video),
          adNow: worth(inForce.ad),
          adNew: worth(wanted.ad),
        })}
      </p>
      <p>{t('confirmThen')}</p>
    </ConfirmDialog>
  );
}
