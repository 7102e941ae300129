'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { saveFile } from '@/components/save-file';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Panel } from '@/components/ui/panel';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/use-format';
import { useProblemText } from '@/components/use-problem-text';
import { fetchBankFile, payFile } from '@/lib/settlement/payout-client';
import type { PayoutSummary } from '@/lib/settlement/payout-schema';

type File = PayoutSummary['files'][number];

/** Bank files with payouts that are not paid yet: to be downloaded again, or written down as paid. */
export function BankFiles({ files }: { files: readonly File[] }) {
  const t = useTranslations('payouts');
  const format = useFormat();
  const [paying, setPaying] = useState<File | null>(null);
  const again = useDownload();
  if (files.length === 0) return null;
  return (
    <Panel title={t('files')} note={t('filesNote')} flush>
      <ul className="divide-y border-t">
        {files.map((file) => (
          <li key={file.reference} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
            <span className="mr-auto">
              <span className="font-mono text-sm">{file.reference}</span>
              <span className="block text-xs text-muted">
                {t('fileOf', { count: file.count, amount: format.won(file.amount) })}
              </span>
            </span>
            <span className="flex gap-2">
              <Button size="small" onClick={() => again.mutate(file.reference)}>
                {t('downloadAgain')}
              </Button>
              <Button size="small" onClick={() => setPaying(file)}>
                {t('verbs.pay')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <PayFile file={paying} onClose={() => setPaying(null)} />
    </Panel>
  );
}

function PayFile({ file, onClose }: { file: File | null; onClose: () => void }) {
  const t = useTranslations('payouts');
  const format = useFormat();
  const client = useQueryClient();
  const pay = useMutation({
    mutationFn: payFile,
    onSuccess: ({ paid }) => {
      toast.success(t('filePaid', { count: paid.count, amount: format.won(paid.amount) }));
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['payouts'] }),
  });
  return (
    <ConfirmDialog
      open={file !== null}
      onOpenChange={onClose}
      title={t('payFileTitle')}
      confirm={t('verbs.pay')}
      onConfirm={() => file && pay.mutate(file.reference)}
      busy={pay.isPending}
      error={pay.error}
      typedName={file?.reference ?? ''}
    >
      {file && <p>{t('payFileWhat', { count: file.count, amount: format.won(file.amount) })}</p>}
    </ConfirmDialog>
  );
}

function useDownload() {
  const problemText = useProblemText();
  return useMutation({
    mutationFn: (reference: string) => fetchBankFile(reference.slice(0, 7), reference),
    onSuccess: saveFile,
    onError: (error) => toast.error(problemText(error).title, { description: problemText(error).detail }),
  });
}
