import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getLocale } from 'next-intl/server';
import { apiServer } from './api-operations';

/** The quick start in the reader's language, without its title, at the address of this server. */
export async function readQuickStart(): Promise<string> {
  const name = (await getLocale()) === 'ko' ? 'quick-start.ko.md' : 'quick-start.md';
  const text = await readFile(join(process.cwd(), 'docs', name), 'utf8');
  return text.replace(/^# .*\n+/, '').replaceAll('http://localhost:3000', apiServer());
}
