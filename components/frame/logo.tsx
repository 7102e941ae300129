import { cx } from '@/components/ui/cx';

/** The mark: a ticket stub whose holes are a bar chart. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={cx('size-6 shrink-0', className)}>
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M4 4h16a2 2 0 0 1 2 2v3.5a2.5 2.5 0 0 0 0 5V18a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2v-3.5a2.5 2.5 0 0 0 0-5V6a2 2 0 0 1 2-2Zm3 9v4h2v-4H7Zm4-3v7h2v-7h-2Zm4-3v10h2V7h-2Z"
      />
    </svg>
  );
}
