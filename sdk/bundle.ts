import { join } from 'node:path';

const ENTRIES = { iife: 'script.ts', esm: 'module.ts' } as const;

/** The minified SDK: `iife` is a script that sets `window.Boxoffice`, `esm` a module. Runs where the sources are. */
export async function bundleSdk(format: keyof typeof ENTRIES): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(process.cwd(), 'sdk', ENTRIES[format])],
    bundle: true,
    minify: true,
    format,
    target: 'es2020',
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    write: false,
    legalComments: 'none',
  });
  return outputFiles.map((file) => file.text).join('');
}
