'use client';

import { useTranslations } from 'next-intl';
import type { AuditItems } from '@/lib/accounts/schema';
import { type Change, changesOf } from './changes-of';
import { useAuditWords } from './use-audit-words';
import { useValueText } from './use-value-text';

type Item = AuditItems['items'][number];

/** The change in one line, or value by value when its row is open. */
export function ChangeCell({ item, open }: { item: Item; open: boolean }) {
  const changes = changesOf(item.before, item.after);
  return (
    <div id={`change-${item.id}`} className="min-w-0 grow">
      {open ? <Open item={item} changes={changes} /> : <Summary changes={changes} />}
    </div>
  );
}

/** What people call a thing says more than its other values. */
const TELLING = /^(name|title|roles|memberId)$/;

/** The most telling value, and how many more there are. */
function Summary({ changes }: { changes: Change[] }) {
  const t = useTranslations('audit');
  const { fieldName } = useAuditWords();
  const valueText = useValueText();
  const first = changes.find((change) => TELLING.test(change.field)) ?? changes[0];
  if (!first) return <span className="block text-muted @max-2xl:text-right">–</span>;
  const [list = '', number] = first.field.split('.');
  if (Number(number) > 0) {
    const things = new Set(changes.map(({ field }) => field.split('.', 2).join('.'))).size;
    return (
      <span className="block text-muted @max-2xl:text-right">{t('things', { list: fieldName(list), things })}</span>
    );
  }
  return (
    <span className="line-clamp-1 text-muted @max-2xl:line-clamp-2 @max-2xl:text-right">
      {fieldName(first.field)} {first.before !== undefined && <>{valueText(first.before, first.field)} → </>}
      <span className="text-ink">{valueText(first.after, first.field)}</span>
      {changes.length > 1 && ` ${t('more', { count: changes.length - 1 })}`}
    </span>
  );
}

function Open({ item, changes }: { item: Item; changes: Change[] }) {
  const t = useTranslations('audit');
  const { fieldName } = useAuditWords();
  const valueText = useValueText();
  return (
    <div className="flex flex-col gap-2 text-sm">
      {changes.length === 0 && <p className="text-muted">{t('nothingKept')}</p>}
      {changes.length > 0 && (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
          {changes.map(({ field, before, after }) => (
            <div key={field} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-muted" title={field}>
                {fieldName(field)}
              </dt>
              <dd className="min-w-0 break-words">
                {before !== undefined && (
                  <>
                    <del className="text-muted decoration-muted/60">{valueText(before, field)}</del>
                    <span aria-hidden> → </span>
                  </>
                )}
                {after !== undefined && <ins className="no-underline">{valueText(after, field)}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="text-xs text-muted">
        {t('requestId')} <code className="font-mono break-all select-all">{item.requestId}</code>
      </p>
    </div>
  );
}
