'use client';

import './globals.css';
import { Button } from '@/components/ui/button';

/** Stands in for the whole document when even its frame broke, so it knows neither the language nor the theme. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <html lang="ko">
      <body>
        <title>Boxoffice</title>
        <main className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center gap-3 px-4">
          <h1 className="text-xl font-semibold">화면을 표시하지 못했습니다</h1>
          <p className="text-muted">저장된 것은 그대로입니다. 다시 시도하고, 계속되면 오류 번호를 알려 주세요.</p>
          <p lang="en" className="text-muted">
            This page could not be shown. Nothing that was saved is lost. Try again; if it happens again, report the
            error number.
          </p>
          {digest && <code className="font-mono text-sm select-all">{digest}</code>}
          <Button onClick={retry}>다시 시도 · Try again</Button>
        </main>
      </body>
    </html>
  );
}
