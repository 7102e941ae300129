import { cx } from './cx';
import { Skeleton } from './skeleton';

const ROWS = ['w-3/5', 'w-2/5', 'w-1/2', 'w-2/3', 'w-2/5', 'w-1/2'];

/** Rows to come. */
export function DataTableSkeleton({ columns, cards }: { columns: number; cards: boolean }) {
  return (
    <tbody aria-hidden className={cx(cards && '@max-2xl:block')}>
      {ROWS.map((width, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows never move
        <tr key={row} className={cx('border-b last:border-b-0', cards && '@max-2xl:block @max-2xl:px-4 @max-2xl:py-3')}>
          {Array.from({ length: columns }, (_, column) => (
            <td
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
              key={column}
              className={cx('h-10 px-4', cards && '@max-2xl:block @max-2xl:h-6 @max-2xl:px-0')}
            >
              <Skeleton className={cx('h-3', column === 0 ? width : 'w-16')} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
