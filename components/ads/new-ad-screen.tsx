'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/frame/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { LinkButton } from '@/components/ui/link-button';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/use-format';
import { createAd, getDraft } from '@/lib/ads/client';
import { Problem } from '@/lib/http/client';
import type { Day } from '@/lib/kernel/day';
import { type AdFields, fieldsOfDraft, wantedOf } from './ad-fields';
import { AdForm, useAdForm } from './ad-form';
import { DraftStatus } from './draft-status';
import { FormSkeleton } from './form-skeleton';
import { useDraft } from './use-draft';

type NewAdScreenProps = { personId: number; admin: boolean; draftId: number | null; today: Day };

/** Registers an ad, from the beginning or from a draft. */
export function NewAdScreen({ draftId, ...rest }: NewAdScreenProps) {
  const t = useTranslations('ads');
  const draft = useQuery({
    queryKey: ['ad-draft', draftId],
    queryFn: ({ signal }) => getDraft(draftId ?? 0, signal),
    enabled: draftId !== null,
    // The form is the truth once it is open; the server's copy only opens it.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const gone = draft.error instanceof Problem && draft.error.status === 404;
  const ready = draftId === null || draft.data !== undefined;
  return (
    <>
      <PageHeader title={t('new')} back={<Link href="/ads">{t('title')}</Link>} />
      {ready && <Form {...rest} draftId={draftId} initial={fieldsOfDraft(draft.data?.fields)} />}
      {!ready && draft.isPending && <FormSkeleton />}
      {!ready && gone && <Gone />}
      {!ready && draft.error && !gone && (
        <ErrorState error={draft.error} onRetry={() => void draft.refetch()} busy={draft.isFetching} />
      )}
    </>
  );
}

function Form({ personId, admin, draftId, today, initial }: NewAdScreenProps & { initial: AdFields }) {
  const t = useTranslations('ads');
  const { zone } = useFormat();
  const router = useRouter();
  const client = useQueryClient();
  const form = useAdForm(initial, 0);
  const draft = useDraft(form, `${personId} ${draftId ?? 'new'}`, draftId);
  const register = async (fields: AdFields) => {
    const id = await draft.close();
    const owner = admin && { ownerId: fields.owner && Number(fields.owner.value) };
    const ad = await createAd({ ...wantedOf(fields, zone), ...owner, draftId: id }).catch((error) => {
      draft.reopen();
      throw error;
    });
    draft.forget();
    await client.invalidateQueries({ queryKey: ['ads'] });
    toast(t('created', { name: ad.name }));
    router.push(`/ads/${ad.id}`);
  };
  return (
    <AdForm
      form={form}
      today={today}
      used={0}
      asksOwner={admin}
      submit={t('create')}
      status={<DraftStatus saving={draft.saving} />}
      onSubmit={register}
    />
  );
}

function Gone() {
  const t = useTranslations('ads');
  return (
    <EmptyState title={t('draftGone')} action={<LinkButton href="/ads">{t('toList')}</LinkButton>}>
      <p>{t('draftGoneHow')}</p>
    </EmptyState>
  );
}
