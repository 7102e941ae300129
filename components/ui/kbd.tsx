import { cx } from './cx';

/** Keys to press, such as `R`, `Ctrl+K` or `G O` (one after the other). */
export function Kbd({ keys, inverse }: { keys: string; inverse?: boolean }) {
  return (
    <span className="inline-flex items-center gap-1">
      {keys.split(/[ +]/).map((key) => (
        <kbd
          key={key}
          className={cx(
            'min-w-5 rounded border px-1 text-center font-sans text-xs',
            inverse ? 'border-on-ink/40 text-on-ink' : 'bg-sunken text-muted',
          )}
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
