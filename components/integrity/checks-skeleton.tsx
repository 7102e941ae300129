import { Skeleton } from '@/components/ui/skeleton';

const ROWS = ['w-56', 'w-72', 'w-64', 'w-60', 'w-80', 'w-64'];

/** Checks to come. */
export function ChecksSkeleton() {
  return (
    <div className="divide-y border-t">
      {ROWS.map((width, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows never move
        <div key={row} className="flex gap-3 px-4 py-4">
          <Skeleton className="size-5" />
          <div className="flex grow flex-col gap-2">
            <Skeleton className={`h-3 max-w-full ${width}`} />
            <Skeleton className="h-3 w-4/5" />
          </div>
        </div>
      ))}
    </div>
  );
}
