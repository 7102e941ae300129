'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Fact, Facts } from '@/components/operations/facts';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Sheet } from '@/components/ui/sheet';
import { SkeletonLines } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/use-format';
import { mailQuery, redriveMails } from '@/lib/mail/client';
import type { MailShown } from '@/lib/mail/schema';
import { MailState } from './mail-state';

/** A mail as its reader sees it, and what became of it. */
export function MailSheet({ id, onClose }: { id: number | null; onClose: () => void }) {
  const t = useTranslations('outbox');
  const { data, error, refetch } = useQuery({ ...mailQuery(id ?? 0), enabled: id !== null });
  return (
    <Sheet open={id !== null} onOpenChange={onClose} title={data?.subject ?? t('mail')}>
      {id !== null && data && <Shown mail={data} />}
      {!data && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines />}
    </Sheet>
  );
}

function Shown({ mail }: { mail: MailShown }) {
  const t = useTranslations('outbox');
  const format = useFormat();
  return (
    <div className="flex flex-col gap-4">
      {mail.error !== null && <Why mail={mail} />}
      <Facts>
        <Fact name={t('state')}>
          <MailState state={mail.state} />
        </Fact>
        <Fact name={t('to')}>
          <span className="break-all">{mail.address ?? mail.memberId}</span>
        </Fact>
        <Fact name={t('attempts')}>{format.number(mail.attempts)}</Fact>
        <Fact name={t('written')}>
          <Time at={mail.createdAt} />
        </Fact>
        {mail.sentAt !== null && (
          <Fact name={t('sent')}>
            <Time at={mail.sentAt} />
          </Fact>
        )}
        <Fact name={t('sendId')}>
          <code className="font-mono text-sm break-all">{mail.sendId}</code>
        </Fact>
        <Fact name="Message-ID">
          <code className="font-mono text-sm break-all">{mail.messageId}</code>
        </Fact>
      </Facts>
      {mail.state !== 'sent' && <SendAgain id={mail.id} />}
      {/* A mail may hold what members wrote: no script, no form, no address of ours. */}
      <iframe sandbox="" srcDoc={mail.html} title={mail.subject} className="h-160 w-full rounded border bg-white" />
    </div>
  );
}

function Why({ mail: { state, error } }: { mail: MailShown }) {
  const t = useTranslations('outbox');
  if (error === 'no-server' || error === 'no-address')
    return <p className="rounded bg-sunken px-3 py-2 text-sm">{t(`kept.${error}`)}</p>;
  return (
    <pre
      className={`rounded px-3 py-2 font-mono text-sm break-words whitespace-pre-wrap ${state === 'failed' ? 'bg-bad-soft' : 'bg-warn-soft'}`}
    >
      {error}
    </pre>
  );
}

function SendAgain({ id }: { id: number }) {
  const t = useTranslations('outbox');
  const client = useQueryClient();
  const redrive = useMutation({
    mutationFn: () => redriveMails([id]),
    onSuccess: async ({ redriven }) => {
      toast(t(redriven > 0 ? 'redriven' : 'sentAlready'));
      await client.invalidateQueries({ queryKey: ['mails'] });
    },
  });
  return (
    <div className="flex flex-col items-start gap-2">
      <Button icon={RotateCw} busy={redrive.isPending} onClick={() => redrive.mutate()}>
        {t('redrive')}
      </Button>
      {redrive.error && <ErrorState error={redrive.error} compact />}
    </div>
  );
}
