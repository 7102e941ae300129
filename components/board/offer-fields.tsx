'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { POST_KINDS } from '@/lib/community/rules';
import type { PostFields } from './post-fields';

type OfferFieldsProps = { fields: PostFields; onChange: (fields: PostFields) => void };

/** For admins: which kind of post it is, and whether the first who comment win a coupon. */
export function OfferFields({ fields, onChange }: OfferFieldsProps) {
  const t = useTranslations('board');
  const kinds = POST_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }));
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('kind')}>
        <Select
          options={kinds}
          value={fields.kind}
          onChange={(kind) => onChange({ ...fields, kind })}
          className="w-48"
        />
      </Field>
      {fields.kind === 'admin' && (
        <Switch
          label={t('offerSwitch')}
          checked={fields.offered}
          onChange={(offered) => onChange({ ...fields, offered })}
        />
      )}
      {fields.kind === 'admin' && fields.offered && <Offered fields={fields} onChange={onChange} />}
    </div>
  );
}

function Offered({ fields, onChange }: OfferFieldsProps) {
  const t = useTranslations('board');
  const kinds = (['percent', 'points'] as const).map((value) => ({ value, label: t(`discounts.${value}`) }));
  const number = (name: 'coupons' | 'discountValue' | 'validDays') => ({
    inputMode: 'numeric' as const,
    value: fields[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...fields, [name]: event.target.value }),
  });
  return (
    <div className="grid gap-4 rounded bg-sunken p-4 sm:grid-cols-3">
      <Field label={t('couponCount')}>
        <Input {...number('coupons')} />
      </Field>
      <div className="flex flex-col gap-1">
        <Field label={t('discount')}>
          <Input {...number('discountValue')} />
        </Field>
        <Segmented
          label={t('discountKind')}
          options={kinds}
          value={fields.discountKind}
          onChange={(discountKind) => onChange({ ...fields, discountKind })}
        />
      </div>
      <Field label={t('validDays')} hint={t('validDaysHint')}>
        <Input {...number('validDays')} />
      </Field>
    </div>
  );
}
