import type { LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button, type ButtonVariant } from './button';

type LinkButtonProps = {
  href: string;
  icon?: LucideIcon;
  variant?: ButtonVariant;
  size?: 'small' | 'medium';
  className?: string;
  children: ReactNode;
};

/** A link to another page with the looks of a button. */
export function LinkButton({ href, icon: Icon, children, ...looks }: LinkButtonProps) {
  return (
    <Button asChild {...looks}>
      <Link href={href}>
        {Icon && <Icon aria-hidden className="size-4" />}
        {children}
      </Link>
    </Button>
  );
}
