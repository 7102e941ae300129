import type { ReactNode } from 'react';

type PageHeaderProps = {
  title: string;
  /** One line under the title. */
  note?: ReactNode;
  /** The way back up, such as a link to the list. */
  back?: ReactNode;
  /** Choices of what is looked at: period, comparison, grouping. */
  period?: ReactNode;
  /** The one primary action. */
  action?: ReactNode;
};

/** The top of a page: where I am, which period, and what I can do here. */
export function PageHeader({ title, note, back, period, action }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-3 pt-4 pb-4 md:pt-6">
      <div className="mr-auto min-w-0">
        {back && <div className="mb-1 text-sm">{back}</div>}
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        {note && <p className="text-sm text-muted">{note}</p>}
      </div>
      {period && <div className="flex flex-wrap items-center gap-2 max-md:order-last max-md:w-full">{period}</div>}
      {action && <div className="flex items-center gap-2">{action}</div>}
    </header>
  );
}
