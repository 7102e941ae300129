'use client';

import type { Cell, Row, RowData } from '@tanstack/react-table';
import { FlexRender } from '@tanstack/react-table';
import { useRouter } from 'next/navigation';
import type { KeyboardEvent, MouseEvent, ReactNode, Ref } from 'react';
import { cx } from './cx';
import type { features } from './data-table-columns';
import { IntentLink } from './intent-link';

/** How a row opens: at an address of its own, or in place. Its title cell is the link or button. */
export type Opening<R> = { hrefOf?: (row: R) => string; onOpen?: (row: R) => void };

type RowProps<R extends RowData> = Opening<R> & {
  row: Row<typeof features, R>;
  cards: boolean;
  actions?: (row: R) => ReactNode;
  ref?: Ref<HTMLTableRowElement> | undefined;
};

/** One row; a press anywhere but on a control opens it, arrow keys walk from title to title. */
export function DataTableRow<R extends RowData>({ row, cards, actions, hrefOf, onOpen, ref }: RowProps<R>) {
  const router = useRouter();
  const open =
    hrefOf || onOpen ? () => (hrefOf ? router.push(hrefOf(row.original)) : onOpen?.(row.original)) : undefined;
  const cells = row.getAllCells();
  const title = cells.find((cell) => cell.column.columnDef.meta?.card === 'title') ?? cells[0];
  return (
    // The keyboard has the link in the title cell; a press on the row is a larger target for it.
    <tr
      ref={ref}
      {...{ role: 'row' }}
      data-index={row.index}
      aria-rowindex={row.index + 2}
      onClick={open && ((event) => !pressedControl(event) && open())}
      onKeyDown={walk}
      className={cx('border-b last:border-b-0', open && 'cursor-pointer hover:bg-sunken/60', cards && cardClasses)}
    >
      {cells.map((cell) => (
        <BodyCell
          key={cell.id}
          cell={cell}
          cards={cards}
          isTitle={cell === title}
          besideActions={actions !== undefined}
        >
          {cell === title && open ? (
            <Opener {...(hrefOf && { href: hrefOf(row.original) })} onOpen={open}>
              <FlexRender cell={cell} />
            </Opener>
          ) : (
            <FlexRender cell={cell} />
          )}
        </BodyCell>
      ))}
      {actions && (
        <td
          {...{ role: 'cell' }}
          className={cx(
            'w-0 px-2 py-1 whitespace-nowrap',
            cards && '@max-2xl:absolute @max-2xl:top-1 @max-2xl:right-1 @max-2xl:w-auto',
          )}
        >
          <div className="flex justify-end gap-1">{actions(row.original)}</div>
        </td>
      )}
    </tr>
  );
}

const cardClasses = '@max-2xl:relative @max-2xl:flex @max-2xl:flex-col @max-2xl:gap-1 @max-2xl:px-4 @max-2xl:py-3';

type BodyCellProps<R extends RowData> = {
  cell: Cell<typeof features, R>;
  cards: boolean;
  isTitle: boolean;
  besideActions: boolean;
  children: ReactNode;
};

function BodyCell<R extends RowData>({ cell, cards, isTitle, besideActions, children }: BodyCellProps<R>) {
  const { header, meta } = cell.column.columnDef;
  return (
    <td
      {...{ role: 'cell' }}
      className={cx(
        'h-10 px-4 py-2',
        meta?.align === 'end' && 'text-right tabular-nums',
        cards &&
          '@max-2xl:flex @max-2xl:h-auto @max-2xl:items-baseline @max-2xl:justify-between @max-2xl:gap-4 @max-2xl:p-0',
        cards && meta?.card === 'hidden' && '@max-2xl:hidden',
        cards && isTitle && '@max-2xl:order-first @max-2xl:font-medium',
        cards && isTitle && besideActions && '@max-2xl:pr-10',
      )}
    >
      {cards && !isTitle && typeof header === 'string' && (
        <span className="shrink-0 text-sm text-muted @2xl:hidden">{header}</span>
      )}
      {children}
    </td>
  );
}

function Opener({ href, onOpen, children }: { href?: string; onOpen: () => void; children: ReactNode }) {
  const classes = 'rounded text-left font-medium hover:underline';
  if (href === undefined) {
    return (
      <button type="button" data-opens-row onClick={onOpen} className={classes}>
        {children}
      </button>
    );
  }
  return (
    <IntentLink href={href} data-opens-row className={classes}>
      {children}
    </IntentLink>
  );
}

/** A press on a control means that control, and one that ends a selection of text means the selection. */
function pressedControl(event: MouseEvent): boolean {
  const inside = event.target instanceof Element && event.target.closest('a, button, input, label, [role="menuitem"]');
  return Boolean(inside) || event.defaultPrevented || String(window.getSelection()) !== '';
}

function walk(event: KeyboardEvent<HTMLTableRowElement>): void {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' } as const;
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (!(event.target instanceof Element) || !event.target.closest('[data-opens-row]')) return;
  const next = event.currentTarget[step[event.key]]?.querySelector<HTMLElement>('[data-opens-row]');
  if (!next) return;
  event.preventDefault();
  next.focus();
}
