import Link from 'next/link';
import type { ReactNode } from 'react';
import { Logo } from './logo';
import { LanguageControl, ThemeControl } from './preference-controls';

type StandalonePageProps = { title: string; note?: ReactNode; wide?: boolean; children: ReactNode };

/** A page outside of the frame: sign-in, a problem explained, an address that leads nowhere. */
export function StandalonePage({ title, note, wide, children }: StandalonePageProps) {
  return (
    <div className="flex min-h-dvh flex-col items-center px-4">
      <main className={`flex w-full grow flex-col justify-center gap-6 py-10 ${wide ? 'max-w-2xl' : 'max-w-md'}`}>
        <header className="flex flex-col gap-1">
          <Link href="/" className="mb-3 flex w-fit items-center gap-2 rounded text-lg font-semibold tracking-tight">
            <Logo />
            Boxoffice
          </Link>
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          {note && <p className="text-muted">{note}</p>}
        </header>
        {children}
      </main>
      <footer className="flex flex-wrap justify-center gap-2 pb-6">
        <ThemeControl />
        <LanguageControl />
      </footer>
    </div>
  );
}
