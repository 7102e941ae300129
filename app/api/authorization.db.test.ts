import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { makeUser } from '@/db/builders/people';
import { SCOPES, type Scope } from '@/lib/accounts/scopes';
import { ASKS, type Ask, type Asked, HIDDEN } from '@/lib/http/testing/asks';
import { makeCast, type Person, publishableKey, secretKey } from '@/lib/http/testing/cast';
import { everyDoor, type OpenDoor } from '@/lib/http/testing/every-door';
import { type Kind, kindIn, type Owner, THINGS } from '@/lib/http/testing/things';
import { db } from '@/lib/platform/database';
import { ownRedis } from '@/lib/platform/redis/client';

type Headers = Record<string, string>;

const TABLE = 'docs/authorization.md';
const rows = new Map(
  readFileSync(TABLE, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => [line.match(/`(.+?)`/)?.[1] ?? '', line]),
);

/** A row of the table: a door, and what is asked of it. */
type Row = OpenDoor & { name: string; asks: Ask };
const doors: Row[] = everyDoor().map((door) => ({ ...door, name: door.title, asks: ASKS[door.title] ?? {} }));
const again = Object.entries(HIDDEN).flatMap(([name, { title, of }]) =>
  doors.filter((door) => door.title === title).map((door) => ({ ...door, name, asks: { ...door.asks, of } })),
);
const table = [...doors, ...again];

let somebody: Owner = { id: 0, memberId: '' };
let cast: Person[] = [];
let pageKey: Headers = {};

beforeAll(async () => {
  somebody = await makeUser(db(), { email: 'somebody@example.com', roles: ['creator', 'advertiser'] });
  cast = Object.values(await makeCast());
  pageKey = await publishableKey();
});

beforeEach(async () => {
  await ownRedis().flushdb();
});

test('the table of authorizations has a row for every door, and no other', () => {
  expect([...rows.keys()].sort()).toEqual(table.map((row) => row.name).sort());
});

test.each(table)('$name lets in whom the table says', async (row) => {
  expect(await lineOf(row)).toBe(rows.get(row.name));
});

test('a session writes from our own pages alone, through every door', async () => {
  const [admin] = cast.slice(-1);
  const writing = doors.filter((door) => (door.method !== 'GET' || door.declaration.writes) && door.declaration.scope);
  for (const door of writing) {
    const request = (headers: Headers) =>
      new Request(`http://boxoffice.test${door.path}`, {
        method: door.method,
        headers: { cookie: admin?.headers.cookie ?? '', ...headers },
      });
    for (const headers of FROM_ELSEWHERE) {
      const answer = await door.handler(request(headers), { params: Promise.resolve({}) });
      expect([door.title, headers, (await answer.json()).code]).toEqual([door.title, headers, 'accounts/cross-site']);
    }
  }
  expect(writing.length).toBeGreaterThan(60);
}, 300_000);

const FROM_ELSEWHERE: Headers[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site', origin: 'http://boxoffice.test' },
  { 'sec-fetch-site': 'none' },
  { origin: 'http://boxoffice.test.evil.example' },
  { origin: 'null' },
  {},
];

/** The line of a door as it behaves: who gets in, and what the others are answered. */
async function lineOf(row: Row): Promise<string> {
  const [without, withIt] = await keysFor(row);
  const cells = [await ask(row, {}, somebody)];
  for (const person of cast) cells.push(await askForBoth(row, person));
  for (const key of [pageKey, without, withIt]) cells.push(await ask(row, key, somebody));
  return `| \`${row.name}\` | ${cells.join(' | ')} |`;
}

const keys = new Map<string, [Headers, Headers]>();

/** A secret key with every scope but those of the door, and one with the first of them alone. */
async function keysFor({ declaration }: OpenDoor): Promise<[Headers, Headers]> {
  const known = keys.get(String(declaration.scope));
  if (known) return known;
  const wanted = SCOPES.filter((scope) => [declaration.scope].flat().includes(scope));
  const others: Scope[] = SCOPES.filter((scope) => !wanted.includes(scope));
  const made: [Headers, Headers] = [await secretKey(others), await secretKey(wanted[0] ? [wanted[0]] : ['*'])];
  keys.set(String(declaration.scope), made);
  return made;
}

/** What is answered about one's own thing and about somebody else's, once when that is the same. */
async function askForBoth(row: Row, person: Person): Promise<string> {
  const own = await ask(row, person.headers, person);
  const others = kindOf(row) === null ? own : await ask(row, person.headers, somebody);
  return own === others ? own : `${own} · ${others}`;
}

const kindOf = ({ asks, path }: Row): Kind | null => asks.of ?? kindIn(path);

const known = new Map<string, Promise<string | number>>();

/** A thing of this owner: a new one for what may change it. */
function thingOf(kind: Kind, owner: Owner, { method, declaration }: Row): Promise<string | number> {
  if (method !== 'GET' || declaration.writes) return THINGS[kind](owner);
  const name = `${kind} of ${owner.id}`;
  const thing = known.get(name) ?? THINGS[kind](owner);
  known.set(name, thing);
  return thing;
}

/** Asks about a thing of this owner. */
async function ask(row: Row, headers: Headers, owner: Owner): Promise<string> {
  const kind = kindOf(row);
  const thing = kind === null ? '' : String(await thingOf(kind, owner, row));
  const { lists } = row.asks;
  const listed = lists && (await Promise.all([owner, somebody].map(THINGS[lists])));
  const request = await requestOf(row, headers, { thing, owner, program: 'authorization' in headers });
  const [, name = 'none'] = row.path.match(/\[(\w+)\]/) ?? [];
  const response = await row.handler(request, { params: Promise.resolve({ [name]: thing }) });
  if (listed && response.ok) return whoseAreIn(await response.json(), listed);
  await response.body?.cancel();
  return response.ok ? 'yes' : String(response.status);
}

function whoseAreIn({ items }: { items: { id: unknown }[] }, [own, others]: unknown[]): string {
  const ids = items.map((item) => item.id);
  if (ids.includes(others)) return 'all';
  return ids.includes(own) ? 'own' : 'none';
}

async function requestOf({ path, method, asks }: Row, headers: Headers, asked: Asked): Promise<Request> {
  const address = new URL(`http://boxoffice.test${path}`);
  for (const [name, value] of Object.entries(asks.query?.(asked) ?? {})) address.searchParams.set(name, String(value));
  const body = asks.raw ? await asks.raw() : asks.body && JSON.stringify(asks.body(asked));
  return new Request(address, { method, headers, ...(body !== undefined && { body }) });
}
