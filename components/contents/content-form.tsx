'use client';

import { useTranslations } from 'next-intl';
import { Controller, type UseFormReturn, useForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { useProblemText } from '@/components/use-problem-text';
import { useRefusals } from '@/components/use-refusals';
import { listCreators } from '@/lib/content/client';
import type { Kind } from '@/lib/content/schema';
import { useFieldRule } from './use-field-rule';

export type ContentFields = {
  title: string;
  kind: Kind;
  minutes: string;
  seconds: string;
  externalId: string;
  creator: ComboboxOption | null;
  openingViews: string;
  openingAdViews: string;
};

type ContentFormProps = {
  initial: ContentFields;
  /** An existing content keeps its kind. */
  fixedKind?: boolean;
  submit: string;
  onSubmit: (fields: ContentFields) => Promise<void>;
};

/** The field that a name of the API is about. */
const FIELDS: Record<string, keyof ContentFields> = {
  title: 'title',
  kind: 'kind',
  durationSeconds: 'minutes',
  externalId: 'externalId',
  creatorId: 'creator',
  openingViews: 'openingViews',
  openingAdViews: 'openingAdViews',
};

/** What a content is. Keeps what was typed when it is refused, names the field and focuses it. */
export function ContentForm({ initial, fixedKind, submit, onSubmit }: ContentFormProps) {
  const form = useForm<ContentFields>({ defaultValues: initial });
  const problemText = useProblemText();
  const ruleOf = useFieldRule();
  const { refuse, failure } = useRefusals(form, (name, problem) => {
    const field = FIELDS[name];
    const message = problem.code === 'platform/invalid' ? ruleOf(name) : problemText(problem).title;
    return field ? { field, message } : null;
  });
  const send = form.handleSubmit((fields) => onSubmit(fields).catch(refuse));
  return (
    <form onSubmit={send} noValidate className="flex max-w-xl flex-col gap-4">
      {failure ? <ErrorState error={failure} compact /> : null}
      <MainFields form={form} fixedKind={fixedKind ?? false} />
      <MoreFields form={form} />
      <div>
        <Button type="submit" variant="primary" busy={form.formState.isSubmitting}>
          {submit}
        </Button>
      </div>
    </form>
  );
}

type Form = UseFormReturn<ContentFields>;

function MainFields({ form, fixedKind }: { form: Form; fixedKind: boolean }) {
  const t = useTranslations('contents');
  const { register, watch, setValue, formState } = form;
  const kind = watch('kind');
  const kinds = (['article', 'video'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }));
  const whole = { pattern: { value: /^\d*$/, message: t('wholeNumber') } };
  const needsLength = (minutes: string) => {
    const seconds = Number(minutes) * 60 + Number(form.getValues('seconds'));
    if (kind === 'video' && seconds < 1) return t('durationNeeded');
    return kind !== 'video' || seconds <= 172_800 || t('durationLong');
  };
  return (
    <>
      <Field label={t('contentTitle')} error={formState.errors.title?.message}>
        <Input
          {...register('title', {
            validate: (title) => title.trim() !== '' || t('titleNeeded'),
            maxLength: { value: 200, message: t('titleLong') },
          })}
        />
      </Field>
      {!fixedKind && (
        <div>
          <Segmented label={t('kind')} options={kinds} value={kind} onChange={(next) => setValue('kind', next)} />
        </div>
      )}
      {kind === 'video' && (
        <div className="flex gap-3">
          <Field label={t('minutes')} error={formState.errors.minutes?.message}>
            <Input inputMode="numeric" {...register('minutes', { ...whole, validate: needsLength })} />
          </Field>
          <Field label={t('seconds')} error={formState.errors.seconds?.message}>
            <Input inputMode="numeric" {...register('seconds', whole)} />
          </Field>
        </div>
      )}
    </>
  );
}

function MoreFields({ form }: { form: Form }) {
  const t = useTranslations('contents');
  const { register, control, formState } = form;
  const whole = { pattern: { value: /^\d+$/, message: t('wholeNumber') } };
  return (
    <>
      <Field
        label={t('creator')}
        optional={t('optional')}
        hint={t('creatorHint')}
        error={formState.errors.creator?.message}
      >
        <Controller
          control={control}
          name="creator"
          render={({ field }) => (
            <Combobox
              value={field.value}
              onChange={field.onChange}
              search={searchCreators}
              searchKey="creators"
              placeholder={t('noCreator')}
              clearable
            />
          )}
        />
      </Field>
      <Field
        label={t('externalId')}
        optional={t('optional')}
        hint={t('externalIdHint')}
        error={formState.errors.externalId?.message}
      >
        <Input
          {...register('externalId', { maxLength: { value: 200, message: t('externalIdLong') } })}
          spellCheck={false}
          autoComplete="off"
        />
      </Field>
      <div className="flex gap-3">
        <Field label={t('openingViews')} hint={t('openingHint')} error={formState.errors.openingViews?.message}>
          <Input inputMode="numeric" {...register('openingViews', whole)} />
        </Field>
        <Field label={t('openingAdViews')} error={formState.errors.openingAdViews?.message}>
          <Input inputMode="numeric" {...register('openingAdViews', whole)} />
        </Field>
      </div>
    </>
  );
}

async function searchCreators(text: string, signal: AbortSignal): Promise<ComboboxOption[]> {
  const { items } = await listCreators(text, signal);
  return items.map((person) => ({ value: String(person.id), label: person.name ?? person.email, note: person.email }));
}
