import './env-file';
import { parseArgs } from 'node:util';
import { type IssueKey, issueKey } from '@/lib/accounts/issue-key';
import { db } from '@/lib/platform/database';
import { onDatabase } from './on-database';

const USAGE =
  'Usage: npm run -s issue-key -- --name NAME --scopes events:write,stats:read [--kind secret|publishable] [--origins https://a.example]';

/** Prints a new API key and nothing else; the key is shown this once. */
async function main(): Promise<void> {
  const wanted = readArguments();
  const { key } = await onDatabase(() => issueKey(db(), { ...wanted, now: new Date() }));
  process.stdout.write(`${key}\n`);
}

function readArguments(): Omit<IssueKey, 'now'> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { name: text, scopes: text, kind: text, origins: text } });
  const { name, scopes, kind = 'secret', origins } = values;
  if (!name || !scopes) throw new Error(`--name and --scopes are needed\n${USAGE}`);
  if (kind !== 'secret' && kind !== 'publishable') throw new Error(`--kind is secret or publishable\n${USAGE}`);
  return { name, kind, scopes: listOf(scopes), allowedOrigins: listOf(origins) };
}

const listOf = (text = '') =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

await main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
