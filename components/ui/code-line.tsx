import { CopyButton } from './copy-button';

/** A command or a key to copy. Long ones scroll; nothing is cut off. */
export function CodeLine({ code, label }: { code: string; label?: string }) {
  return (
    <div className="flex min-w-0 items-center gap-1 rounded border bg-sunken pr-1">
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-w-0 grow overflow-x-auto px-3 py-2 text-left font-mono text-sm break-normal whitespace-pre"
      >
        <code>{code}</code>
      </pre>
      <CopyButton text={code} {...(label !== undefined && { label })} />
    </div>
  );
}
