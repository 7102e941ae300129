'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/use-format';
import type { TariffCreate, TariffVersion } from '@/lib/settlement/tariff-schema';
import { previewOf } from './tariff-fields';

/** What the first 100,000 views and ad views of a video are worth now and by what is typed. */
export function TariffPreview({ now, then }: { now: TariffVersion; then: TariffCreate | null }) {
  const t = useTranslations('tariffs');
  const format = useFormat();
  const parts = [
    [t('viewsName'), now.video, then?.video],
    [t('adViewsName'), now.ad, then?.ad],
  ] as const;
  return (
    <table className="w-full rounded bg-sunken/60 text-right tabular-nums">
      <caption className="pb-1 text-left text-sm font-medium">{t('preview')}</caption>
      <thead className="text-sm text-muted">
        <tr>
          <td />
          <th scope="col" className="px-3 py-1.5 font-normal">
            {t('previewNow')}
          </th>
          <th scope="col" className="px-3 py-1.5 font-normal">
            {t('previewThen')}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(([name, before, after]) => (
          <tr key={name} className="border-t">
            <th scope="row" className="px-3 py-1.5 text-left font-normal">
              {name}
            </th>
            <td className="px-3 py-1.5 text-muted">{format.tenths(previewOf(before))}</td>
            <td className="px-3 py-1.5 font-medium">{after ? format.tenths(previewOf(after)) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
