import { useTranslations } from 'next-intl';
import type { SchemaField } from './fields-of';

/** Fields with their types and limits; long paths scroll within. */
export function FieldTable({ fields, label }: { fields: SchemaField[]; label: string }) {
  const t = useTranslations('docs');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="overflow-x-auto rounded border bg-surface">
      <table className="w-full text-left text-sm">
        <thead className="text-xs text-muted">
          <tr>
            {(['field', 'type', 'limits'] as const).map((column) => (
              <th key={column} scope="col" className="px-3 py-2 font-medium">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ path, type, required, limits }) => (
            <tr key={path} className="border-t align-top">
              <th scope="row" className="px-3 py-1.5 font-mono font-normal whitespace-nowrap">
                {path}
                {required && <span className="ml-2 font-sans text-xs text-warn">{t('needed')}</span>}
              </th>
              <td className="min-w-40 px-3 py-1.5 font-mono text-xs break-words">{type}</td>
              <td className="px-3 py-1.5 text-xs whitespace-nowrap text-muted">{limits}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
