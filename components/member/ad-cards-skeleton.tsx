import { Skeleton, SkeletonLines } from '@/components/ui/skeleton';

/** Cards to come. */
export function AdCardsSkeleton() {
  return (
    <div aria-busy className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {['first', 'second', 'third'].map((card) => (
        <div key={card} className="rounded border bg-surface">
          <Skeleton className="aspect-video rounded-b-none" />
          <div className="flex flex-col gap-3 px-4 pt-3 pb-4">
            <Skeleton className="h-4 w-1/2" />
            <SkeletonLines />
            <Skeleton className="h-8 w-20 self-end" />
          </div>
        </div>
      ))}
    </div>
  );
}
