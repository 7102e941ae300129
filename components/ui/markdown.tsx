'use client';

import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';

export type MarkdownComponents = Components;

type MarkdownProps = { className: string; components: MarkdownComponents; children: string };

/** Markdown with tables and bare links; HTML in it stands there as it was typed. */
export function Markdown({ className, components, children }: MarkdownProps) {
  return (
    <div className={className}>
      <ReactMarkdown remarkPlugins={PLUGINS} components={components}>
        {children}
      </ReactMarkdown>
    </div>
  );
}

const PLUGINS = [remarkGfm];
