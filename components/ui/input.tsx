import type { ComponentProps } from 'react';
import { cx } from './cx';

/** One line of text. Inside a `Field` it gets its id, label and error by itself. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cx(controlClasses, typedClasses, 'h-8 w-full px-2', className)} {...rest} />;
}

/** The looks that all fields share; the edge is `border-edge` in forms and `border-line` in a bar of choices. */
export const controlClasses = cx(
  'min-w-0 rounded border bg-surface text-base text-ink',
  'focus-visible:outline-offset-0 aria-invalid:border-bad aria-invalid:outline-bad',
  'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted',
);

/** For fields that are typed into: below 16 px a phone zooms into them. */
export const typedClasses = 'border-edge max-md:text-lg';
