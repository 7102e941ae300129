'use client';

import { Markdown, type MarkdownComponents } from '@/components/ui/markdown';

/** Markdown as a post shows it: HTML stands there as it was typed, links that tell nothing of us, pictures that fit. */
export function PostBody({ children }: { children: string }) {
  return (
    <Markdown className={CLASSES} components={COMPONENTS}>
      {children}
    </Markdown>
  );
}

/** Headings begin below the title of the page. */
const COMPONENTS: MarkdownComponents = {
  h1: ({ node: _, ...rest }) => <h3 {...rest} />,
  h2: ({ node: _, ...rest }) => <h4 {...rest} />,
  h3: ({ node: _, ...rest }) => <h5 {...rest} />,
  a: ({ node: _, children, ...rest }) => (
    <a {...rest} target="_blank" rel="nofollow ugc noopener noreferrer">
      {children}
    </a>
  ),
  // Pictures were uploaded here or lie elsewhere; Next has nothing to make of them.
  img: ({ node: _, alt = '', src }) =>
    typeof src === 'string' ? (
      // biome-ignore lint/performance/noImgElement: see above
      <img alt={alt} src={src} loading="lazy" referrerPolicy="no-referrer" />
    ) : null,
  table: ({ node: _, ...rest }) => (
    <div className="overflow-x-auto">
      <table {...rest} />
    </div>
  ),
};

const CLASSES = [
  'flex max-w-prose flex-col gap-3 text-base leading-7 break-words',
  '[&_h3]:mt-2 [&_h3]:text-lg [&_h3]:font-semibold [&_h4]:mt-2 [&_h4]:font-semibold [&_h5]:font-semibold',
  '[&_a]:text-accent [&_a]:underline [&_ul]:list-disc [&_ul]:pl-5 [&_ol]:list-decimal [&_ol]:pl-5',
  '[&_blockquote]:border-l-2 [&_blockquote]:pl-3 [&_blockquote]:text-muted',
  '[&_img]:h-auto [&_img]:max-w-full [&_img]:rounded',
  '[&_code]:rounded [&_code]:bg-sunken [&_code]:px-1 [&_code]:font-mono [&_code]:text-sm',
  '[&_pre]:overflow-x-auto [&_pre]:rounded [&_pre]:bg-sunken [&_pre]:p-3 [&_pre_code]:p-0',
  '[&_th]:border [&_th]:px-2 [&_th]:py-1 [&_td]:border [&_td]:px-2 [&_td]:py-1',
].join(' ');
