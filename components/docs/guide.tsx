'use client';

import { isValidElement, type ReactNode } from 'react';
import { CodeLine } from '@/components/ui/code-line';
import { Markdown, type MarkdownComponents } from '@/components/ui/markdown';

/** A page of `docs/` on a screen; every block of code can be copied. */
export function Guide({ children }: { children: string }) {
  return (
    <Markdown className={CLASSES} components={COMPONENTS}>
      {children}
    </Markdown>
  );
}

const COMPONENTS: MarkdownComponents = {
  h2: ({ node: _, ...rest }) => <h3 {...rest} />,
  // What links to a file of the repository is a word here.
  a: ({ node: _, href = '', children }) => (href.startsWith('http') ? <a href={href}>{children}</a> : children),
  pre: ({ children }) => <CodeLine code={textIn(children).trimEnd()} />,
};

function textIn(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(textIn).join('');
  if (isValidElement<{ children?: ReactNode }>(node)) return textIn(node.props.children);
  return typeof node === 'string' ? node : '';
}

const CLASSES = [
  'flex min-w-0 flex-col gap-3 [&>p]:max-w-prose',
  '[&_h3]:mt-3 [&_h3]:font-semibold [&_a]:text-accent [&_a]:underline [&_ul]:list-disc [&_ul]:pl-5',
  '[&_p_code]:rounded [&_p_code]:bg-sunken [&_p_code]:px-1 [&_p_code]:font-mono [&_p_code]:text-sm',
].join(' ');
