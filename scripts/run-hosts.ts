import { issueKey } from '@/lib/accounts/issue-key';
import { db } from '@/lib/platform/database';
import { buildApp } from './build-app';
import { greet } from './greet';
import { startHosts } from './hosts';
import { seedDemo } from './seed-demo';

/** `npm run cluster`: everything that several hosts run, on this machine, with demo data, until Ctrl-C. */
const say = (text: string) => console.log(`  ${text}`);
const asked = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => resolve());
});

console.log('\nBoxoffice on several hosts, from processes of this one');
await buildApp(say);
let apiKey = '';
const hosts = await startHosts({ port: Number(process.env.PORT || 3000), settings: {}, fill, say });
say(`${hosts.proxy} passes requests on to both`);
greet({ address: hosts.address, apiKey, folder: null });
await asked;
await hosts.stop();
process.exit();

async function fill(): Promise<void> {
  say('making 90 days of demo data …');
  const now = new Date();
  await seedDemo(now);
  const key = await issueKey(db(), { name: 'npm run cluster', kind: 'secret', scopes: ['*'], allowedOrigins: [], now });
  apiKey = key.key;
}
