import { cx } from '@/components/ui/cx';

/** The method of an operation: what reads, what makes, what changes, what takes away. */
export function MethodName({ method }: { method: string }) {
  return <span className={cx('w-14 shrink-0 font-mono text-xs font-semibold', COLOURS[method])}>{method}</span>;
}

const COLOURS: Record<string, string> = {
  GET: 'text-accent',
  POST: 'text-good',
  PUT: 'text-warn',
  PATCH: 'text-warn',
  DELETE: 'text-bad',
};
