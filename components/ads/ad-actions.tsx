'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pause, Pencil, Play, Square } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { LinkButton } from '@/components/ui/link-button';
import { toast } from '@/components/ui/toast';
import { useProblemText } from '@/components/use-problem-text';
import { decideAd } from '@/lib/ads/client';
import type { Ad, AdReport } from '@/lib/ads/schema';

type AdActionsProps = { ad: Ad; report: AdReport | undefined };
type Decision = 'pause' | 'resume' | 'end';

/** Edit, pause and resume, and the end, which is final. An ended ad has no action. */
export function AdActions({ ad, report }: AdActionsProps) {
  const t = useTranslations('ads');
  const problemText = useProblemText();
  const [asking, setAsking] = useState<Decision | null>(null);
  const deciding = useDecision(ad.id, () => setAsking(null));
  if (ad.state === 'ended') return null;
  const ask = (decision: Decision) => {
    deciding.reset();
    setAsking(decision);
  };
  const resume = () => deciding.mutate('resume', { onError: (error) => void toast.error(problemText(error).title) });
  const dialog = {
    onOpenChange: (open: boolean) => !open && setAsking(null),
    busy: deciding.isPending,
    error: deciding.error,
  };
  return (
    <>
      <LinkButton href={`/ads/${ad.id}/edit`} icon={Pencil}>
        {t('edit')}
      </LinkButton>
      {ad.state === 'paused' ? (
        <Button icon={Play} onClick={resume} busy={deciding.isPending && asking === null}>
          {t('resume')}
        </Button>
      ) : (
        <Button icon={Pause} onClick={() => ask('pause')}>
          {t('pause')}
        </Button>
      )}
      <Button icon={Square} onClick={() => ask('end')}>
        {t('end')}
      </Button>
      <ConfirmDialog
        {...dialog}
        open={asking === 'pause'}
        title={t('pauseTitle', { name: ad.name })}
        confirm={t('pause')}
        onConfirm={() => deciding.mutate('pause')}
        danger={false}
      >
        <p>{t('pauseWhat', { left: ad.places - ad.used })}</p>
      </ConfirmDialog>
      <ConfirmDialog
        {...dialog}
        open={asking === 'end'}
        title={t('endTitle', { name: ad.name })}
        confirm={t('end')}
        onConfirm={() => deciding.mutate('end')}
        typedName={ad.name}
      >
        <EndNote ad={ad} report={report} />
      </ConfirmDialog>
    </>
  );
}

const DONE = { pause: 'paused', resume: 'resumed', end: 'ended' } as const;

function useDecision(id: number, onDone: () => void) {
  const t = useTranslations('ads');
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: Decision) => decideAd(id, decision),
    onSuccess: async (_, decision) => {
      await client.invalidateQueries({ queryKey: ['ads'] });
      onDone();
      toast(t(DONE[decision]));
    },
  });
}

/** What ending means, in figures; what is not known yet is not said. */
function EndNote({ ad, report }: AdActionsProps) {
  const t = useTranslations('ads');
  const used = report?.participations ?? ad.used;
  return (
    <>
      <p>{t('endWhat', { left: ad.places - used, places: ad.places })}</p>
      {report && used > 0 && <p>{t('endPaid', { used, points: report.pointsPromised - report.pointsPaid })}</p>}
    </>
  );
}
