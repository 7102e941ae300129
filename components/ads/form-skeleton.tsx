import { Skeleton } from '@/components/ui/skeleton';

/** The form of an ad to come. */
export function FormSkeleton() {
  return (
    <div aria-busy className="flex flex-wrap items-start gap-x-12 gap-y-6">
      <div className="flex min-w-0 grow basis-96 flex-col gap-6 lg:max-w-2xl">
        <Skeleton className="h-5 w-40" />
        <Skeleton className="h-8 w-full" />
        <Skeleton className="h-20 w-full" />
        <Skeleton className="h-28 w-full" />
        <Skeleton className="h-8 w-full" />
      </div>
      <Skeleton className="h-80 w-full max-w-sm lg:w-80" />
    </div>
  );
}
