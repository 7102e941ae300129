'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useZoneName } from '@/components/operations/use-zone-name';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Panel } from '@/components/ui/panel';
import { toast } from '@/components/ui/toast';
import { closedHoursQuery, setClosedHours } from '@/lib/community/client';
import type { ClosedHoursNow } from '@/lib/community/schema';

/** When members' posts are not taken, and how an admin says so. */
export function ClosedHoursPanel() {
  const t = useTranslations('board');
  const query = useQuery(closedHoursQuery());
  const zone = useZoneName();
  return (
    <Panel title={t('closedHours')} note={t('closedHoursNote', { zone })} query={query}>
      {(hours) => <Hours key={`${hours.from} ${hours.until}`} hours={hours} />}
    </Panel>
  );
}

function Hours({ hours }: { hours: ClosedHoursNow }) {
  const t = useTranslations('board');
  const client = useQueryClient();
  const [from, setFrom] = useState(hours.from ?? '');
  const [until, setUntil] = useState(hours.until ?? '');
  const setting = useMutation({
    mutationFn: setClosedHours,
    onSuccess: (now) => {
      client.setQueryData(closedHoursQuery().queryKey, now);
      toast(t('saved'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setting.mutate({ from, until });
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
      <Field label={t('closedFrom')}>
        <Input type="time" value={from} required className="w-32" onChange={(event) => setFrom(event.target.value)} />
      </Field>
      <Field label={t('closedUntil')}>
        <Input type="time" value={until} required className="w-32" onChange={(event) => setUntil(event.target.value)} />
      </Field>
      <Button type="submit" busy={setting.isPending} disabled={from === '' || until === ''}>
        {t('save')}
      </Button>
      {hours.from !== null && (
        <Button variant="quiet" onClick={() => setting.mutate({ from: null, until: null })}>
          {t('alwaysOpen')}
        </Button>
      )}
      <span className="flex h-8 items-center">
        <Badge tone={hours.closed ? 'warn' : 'good'}>{t(hours.closed ? 'closedBadge' : 'openBadge')}</Badge>
      </span>
      {setting.error && (
        <div className="basis-full">
          <ErrorState error={setting.error} compact />
        </div>
      )}
    </form>
  );
}
