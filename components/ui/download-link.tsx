import { Download } from 'lucide-react';
import { Tooltip } from './tooltip';

/** An icon that saves the file behind `href`. */
export function DownloadLink({ href, label }: { href: string; label: string }) {
  return (
    <Tooltip text={label}>
      <a
        href={href}
        download
        aria-label={label}
        className="inline-flex size-8 items-center justify-center rounded text-muted hover:bg-sunken hover:text-ink"
      >
        <Download aria-hidden className="size-4" />
      </a>
    </Tooltip>
  );
}
