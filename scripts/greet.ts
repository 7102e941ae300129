import { DEMO_PEOPLE } from '@/db/builders/people';

/** Without a folder nothing is kept. */
type Greeting = { address: string; apiKey: string; folder: string | null };

/** Says where the app is, who may sign in, and how to count a first event. */
export function greet({ address, apiKey, folder }: Greeting): void {
  const event = {
    id: crypto.randomUUID(),
    type: 'click',
    contentId: 1,
    viewerId: 'me',
    at: new Date().toISOString(),
  };
  console.log(`
  ${address}
${signIn()}
  API key
    ${apiKey}

  Count something, then press Refresh
    curl ${address}/api/v1/events -H 'Authorization: Bearer ${apiKey}' -H 'content-type: application/json' \\
      -d '${JSON.stringify([event])}'

  Ctrl-C stops it; the data ${folder === null ? 'goes with it' : `stays in ${folder}`}.
`);
}

function signIn(): string {
  if (process.env.GOOGLE_CLIENT_ID || process.env.BOXOFFICE_MODE !== 'demo') return '';
  const people = DEMO_PEOPLE.map(({ name, email, roles }) => {
    const held = roles.length > 0 ? ` (${roles.join(', ')})` : '';
    return `    ${email.padEnd(32)} ${name}${held}`;
  });
  return `\n  Sign in as\n${people.join('\n')}\n`;
}
