import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { Status } from '@/lib/status/schema';

/** What was looked at, with the remedy of what is wrong. */
export function ChecksList({ checks }: { checks: Status['checks'] }) {
  const t = useTranslations('status');
  return (
    <ul className="divide-y border-t">
      {checks.map(({ name, ok, state, values }) => (
        <li key={name} className="flex flex-col gap-0.5 px-4 py-2">
          <span className="flex items-center justify-between gap-2 font-medium">
            {t(`check.${name}`)}
            <Badge tone={ok ? 'good' : 'bad'}>{t(ok ? 'ok' : 'wrong')}</Badge>
          </span>
          <span className="text-sm text-muted">
            {t(`detail.${name}.${state}` as 'detail.database.answers', values)}
          </span>
        </li>
      ))}
    </ul>
  );
}
