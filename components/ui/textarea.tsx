import type { ComponentProps } from 'react';
import { cx } from './cx';
import { controlClasses, typedClasses } from './input';

/** Several lines of text; grows with them where the browser can. */
export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      className={cx(controlClasses, typedClasses, 'field-sizing-content min-h-20 w-full px-2 py-1.5', className)}
      {...rest}
    />
  );
}
