import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type EmptyStateProps = {
  icon?: LucideIcon;
  /** What will appear here. */
  title: string;
  /** How the first one is made. */
  children?: ReactNode;
  /** The button that makes it. */
  action?: ReactNode;
  /** When this is all there is on the page, its title is the page's. */
  wholePage?: boolean;
};

/** Nothing here yet: says what will appear and how to make the first one. */
export function EmptyState({ icon: Icon, title, children, action, wholePage }: EmptyStateProps) {
  const Title = wholePage ? 'h1' : 'p';
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-10 text-center">
      {Icon && <Icon aria-hidden className="size-6 text-muted" />}
      <Title className={wholePage ? 'text-lg font-semibold' : 'font-medium'}>{title}</Title>
      {children && <div className="flex w-full max-w-prose flex-col gap-2 text-sm text-muted">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
