'use client';

import { useTranslations } from 'next-intl';

type AuthorProps = { id: string; name: string | null };

/** Who wrote it: a name, or the end of the member id of somebody who never signed in here. */
export function Author({ id, name }: AuthorProps) {
  const t = useTranslations('board');
  return <span className="break-words">{name ?? t('memberOf', { id: id.slice(-6) })}</span>;
}
