import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Time } from '@/components/ui/time';
import type { Failure } from '@/lib/status/schema';

/** What failed lately, newest first, with the way to where it can be done again. */
export function FailuresList({ failures }: { failures: Failure[] }) {
  const t = useTranslations('status');
  if (failures.length === 0) return <p className="border-t px-4 py-3 text-muted">{t('noFailures')}</p>;
  return (
    <ul className="divide-y border-t">
      {failures.map(({ kind, name, at, error }) => (
        <li key={`${kind} ${name} ${at}`} className="flex flex-col gap-0.5 px-4 py-2">
          <span className="flex flex-wrap items-baseline justify-between gap-x-3">
            <Link href={kind === 'run' ? '/runs' : '/jobs'} className="text-accent underline">
              {t(`failure.${kind}`, { name })}
            </Link>
            <span className="text-sm text-muted">
              <Time at={at} />
            </span>
          </span>
          <span lang="en" className="line-clamp-3 text-sm break-words text-muted">
            {error}
          </span>
        </li>
      ))}
    </ul>
  );
}
