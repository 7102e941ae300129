/** A person's first letter, beside the name. */
export function Initial({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="flex size-7 shrink-0 items-center justify-center rounded-full bg-sunken text-xs font-semibold text-muted"
    >
      {[...name.trim()][0]?.toUpperCase() ?? '?'}
    </span>
  );
}
