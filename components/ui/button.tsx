import { LoaderCircle, type LucideIcon } from 'lucide-react';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cx } from './cx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant;
  size?: 'small' | 'medium';
  icon?: LucideIcon;
  /** Shows progress in place and refuses a second press; the button keeps its width and its focus. */
  busy?: boolean;
  /** Gives the looks to the one child, such as a link. */
  asChild?: boolean;
};

/** A pressable action. `primary` at most once a page, `danger` for what cannot be undone. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  icon,
  busy,
  asChild,
  className,
  ...rest
}: ButtonProps) {
  const classes = buttonClasses(variant, size, className);
  if (asChild) return <Slot.Root className={classes} {...rest} />;
  const { children, onClick, ...button } = rest;
  const Icon = busy ? LoaderCircle : icon;
  return (
    <button
      type="button"
      className={classes}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...button}
    >
      {Icon && <Icon aria-hidden className={cx('size-4 shrink-0', busy && 'animate-spin')} />}
      {children}
    </button>
  );
}

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'bg-ink text-on-ink hover:bg-ink/85',
  secondary: 'border bg-surface text-ink hover:bg-sunken',
  quiet: 'text-ink hover:bg-sunken',
  danger: 'bg-bad-solid text-on-bad hover:bg-bad-solid/90',
};

const SIZES = { small: 'h-7 px-2 text-sm gap-1', medium: 'h-8 px-3 text-base gap-2' };

/** The looks of a button, for the few elements that cannot be one. */
export function buttonClasses(variant: ButtonVariant, size: 'small' | 'medium', className?: string): string {
  return cx(
    'inline-flex shrink-0 items-center justify-center rounded font-medium whitespace-nowrap select-none',
    'disabled:cursor-not-allowed disabled:opacity-50',
    VARIANTS[variant],
    SIZES[size],
    className,
  );
}
