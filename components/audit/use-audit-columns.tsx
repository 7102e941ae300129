'use client';

import { useTranslations } from 'next-intl';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Time } from '@/components/ui/time';
import type { AuditItems } from '@/lib/accounts/schema';
import { ActionName } from './action-name';
import { ChangeCell } from './change-cell';
import { useAuditWords } from './use-audit-words';

type Item = AuditItems['items'][number];

const column = columnHelper<Item>();

type Opening = {
  open: readonly number[];
  onOpen: (open: number[]) => void;
  onSubject: (subject: Item['subject']) => void;
};

/** Columns of the audit log: when, what, on what, by whom, and the change itself. */
export function useAuditColumns({ open, onOpen, onSubject }: Opening) {
  const t = useTranslations('audit');
  const { subjectName } = useAuditWords();
  const isOpen = ({ id }: Item) => open.includes(id);
  const turn = ({ id }: Item) => onOpen(open.includes(id) ? open.filter((other) => other !== id) : [...open, id]);
  return column.columns([
    column.accessor('at', {
      header: t('at'),
      cell: (cell) => <Time at={cell.getValue()} />,
      meta: { width: '12rem' },
    }),
    column.accessor('action', {
      header: t('action'),
      cell: ({ row: { original } }) => (
        <ActionName item={original} open={isOpen(original)} onTurn={() => turn(original)} />
      ),
      meta: { card: 'title', width: '14rem' },
    }),
    column.accessor('subject', {
      header: t('subject'),
      cell: (cell) => {
        const subject = cell.getValue();
        const name = subjectName(subject);
        return (
          <button
            type="button"
            title={t('onlySubject', { subject: name })}
            onClick={() => onSubject(subject)}
            className="rounded text-left whitespace-nowrap hover:underline"
          >
            {name}
          </button>
        );
      },
      meta: { width: '10rem' },
    }),
    column.accessor('actor', {
      header: t('actor'),
      cell: (cell) => <ActorName actor={cell.getValue()} />,
      meta: { width: '10rem' },
    }),
    column.display({
      id: 'changes',
      header: t('changes'),
      cell: ({ row: { original } }) => <ChangeCell item={original} open={isOpen(original)} />,
    }),
  ]);
}

function ActorName({ actor }: { actor: Item['actor'] }) {
  const t = useTranslations('audit');
  const kind = { user: null, key: t('byKey'), system: t('bySystem') }[actor.kind];
  return (
    <span className="whitespace-nowrap">
      {actor.name}
      {kind && <span className="ml-1 text-sm text-muted">{kind}</span>}
    </span>
  );
}
