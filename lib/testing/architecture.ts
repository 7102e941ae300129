import { posix } from 'node:path';

export type Source = { path: string; text: string };

/** The one dependency rule inside lib: a module imports only modules to its left. */
const MODULES = [
  'kernel',
  'platform',
  'accounts',
  'assets',
  'content',
  'events',
  'points',
  'ads',
  'streaming',
  'settlement',
  'abuse',
  'mail',
  'notices',
  'coupons',
  'community',
  'shop',
  'privacy',
  'integrity',
  'status',
  'dashboard',
  'http',
];

/** The words of a module: files that are no verb. */
export const ENDINGS: Record<string, string> = {
  schema: 'zod shapes at the door, in and out',
  rules: 'decisions and arithmetic, pure',
  errors: "this module's refusals",
  store: 'SQL used inside a transaction',
  client: 'fetchers and query options for the browser',
};

/** Pure words and settings that several exports share one file for. */
const FREE_MODULES = ['kernel', 'platform', 'http', 'testing'];
const FOLDERS = /^(queries|testing|redis)$/;
/** What runs for users; scripts, benchmarks and settings of tools are handed the environment itself. */
const PRODUCT = /^(app|components|db|lib|sdk)\//;
const BANNED_NAMES = /^(utils?|helpers?|types?|constants?|index|common|misc)\./;

/** What is wrong with one file, in words that say the rule. Tests are free to reach everywhere. */
export function problemsOf({ path, text }: Source): string[] {
  const problems = [...nameProblems(path), ...moduleProblems(path), ...sizeProblems(path, text)];
  if (!isTest(path)) {
    for (const target of importsOf(path, text)) problems.push(...importProblems(path, target));
    problems.push(...placeProblems(path, text), ...zoneProblems(path, text), ...exportProblems(path, text));
  }
  return problems.map((problem) => `${path}: ${problem}`);
}

const isTest = (path: string) => /\.test\.tsx?$|(^|\/)testing\//.test(path);
const moduleOf = (path: string) => path.match(/^lib\/([^/]+)\//)?.[1];
const nameOf = (path: string) => path.split('/').at(-1) ?? '';
const isClient = (path: string) => /^([a-z]+-)*client\.ts$/.test(nameOf(path));

function nameProblems(path: string): string[] {
  const name = nameOf(path);
  const problems: string[] = [];
  if (BANNED_NAMES.test(name)) problems.push(`${name.split('.')[0]} is no name: say what it does`);
  const framework = path.startsWith('app/');
  if (!framework && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(name)) problems.push('file names are kebab-case');
  return problems;
}

function moduleProblems(path: string): string[] {
  const [layer, ...folders] = path.split('/').slice(0, -1);
  const [own, ...inside] = folders;
  if (layer !== 'lib' || own === undefined || own === 'testing') return [];
  if (!MODULES.includes(own)) return [`${own} is no module: give it its place in the order`];
  return inside
    .filter((folder) => !FOLDERS.test(folder))
    .map((folder) => `a module has no folder ${folder}, only queries`);
}

function sizeProblems(path: string, text: string): string[] {
  const lines = text.trimEnd().split('\n').length;
  if (/^app\/.*\/page\.tsx$|^app\/page\.tsx$/.test(path) && lines > 25)
    return [`a page has at most 25 lines, this one ${lines}`];
  const cap = isTest(path) ? 400 : 250;
  return lines > cap ? [`a file has at most ${cap} lines, this one ${lines}`] : [];
}

/** What a file imports, by its full name: `../content/store` of lib/events is `@/lib/content/store`. */
function importsOf(path: string, text: string): string[] {
  const named = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return named.map((name) => (name.startsWith('.') ? `@/${posix.join(posix.dirname(path), name)}` : name));
}

function importProblems(path: string, target: string): string[] {
  const [layer = ''] = path.split('/');
  if (layer === 'lib') return libProblems(path, target);
  if (layer === 'db' && /^@\/(?!lib\/kernel\/|db\/)/.test(target))
    return [`db may import lib/kernel only, not ${target}`];
  if (layer === 'sdk' && /^@\/(?!sdk\/)/.test(target)) return [`the sdk stands alone and may not import ${target}`];
  const allowed =
    /^@\/(components|sdk\/(event|create-boxoffice)$|lib\/kernel|lib\/[^/]+\/([a-z]+-)*(schema|rules|client|codes)$|messages)/;
  if (layer === 'components' && target.startsWith('@/') && !allowed.test(target)) {
    return [`components may import schema, rules and client of lib and lib/kernel, not ${target}`];
  }
  return [];
}

function libProblems(path: string, target: string): string[] {
  const own = moduleOf(path) ?? '';
  const other = target.match(/^@\/lib\/([^/]+)\//)?.[1];
  if (other && other !== own && MODULES.indexOf(other) > MODULES.indexOf(own)) {
    const client = isClient(path) && target === '@/lib/http/client';
    return client ? [] : [`${own} may not import ${other}`];
  }
  if (own === 'kernel' && /^@\/(app|components|db)\//.test(target))
    return [`kernel imports nothing of ours, not ${target}`];
  if (/^@\/(app|components|scripts|bench|e2e|server$)/.test(target)) return [`lib may not import ${target}`];
  const framework = /^(react(-.*)?|next|next-intl|@tanstack\/react-.*)($|\/)/.test(target);
  if (framework && own !== 'http' && !isClient(path))
    return [`react and next stay out of lib, except lib/http and client.ts: ${target}`];
  return [];
}

function placeProblems(path: string, text: string): string[] {
  if (!PRODUCT.test(path)) return [];
  const problems: string[] = [];
  const code = text.replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, '');
  if (/process\.env/.test(code) && path !== 'lib/platform/env.ts')
    problems.push('process.env is read in lib/platform/env.ts alone');
  const server = path.startsWith('lib/') || path.startsWith('app/');
  if (server && /new Date\(\)|Date\.now\(\)|performance\.now\(\)/.test(code) && path !== 'lib/platform/clock.ts')
    problems.push('the clock is read in lib/platform/clock.ts alone');
  if (/^'use server'/m.test(code)) problems.push('HTTP is the only way to write: no server actions');
  return problems;
}

/** Days are the business's, never the machine's: what reads the zone of the machine is right only by luck. */
function zoneProblems(path: string, text: string): string[] {
  if (!PRODUCT.test(path)) return [];
  const problems: string[] = [];
  if (/from 'temporal-polyfill'/.test(text) && path !== 'lib/kernel/day.ts')
    problems.push('a time zone is known in lib/kernel/day.ts alone');
  if (/\.[gs]et(Hours|Minutes|Date|Day|Month|FullYear)\(/.test(text))
    problems.push("the machine's own time zone is nobody's: ask the calendar");
  if (/'(Africa|America|Asia|Australia|Europe|Pacific)\//.test(text) && path !== 'lib/platform/env.ts')
    problems.push('a time zone is named in lib/platform/env.ts alone');
  return problems;
}

/** A file of a domain module that is none of its words is a verb: it exports something of its own name. */
function exportProblems(path: string, text: string): string[] {
  const own = moduleOf(path);
  if (!own) return [];
  // Next and its plugins ask for some in lib/http, where they live.
  if (own !== 'http' && /^export default|\bas default\b/m.test(text)) return ['lib has no default export'];
  const stem = nameOf(path).replace(/\.tsx?$/, '');
  const isWord = Object.keys(ENDINGS).some((ending) => stem === ending || stem.endsWith(`-${ending}`));
  if (FREE_MODULES.includes(own) || isWord || text === '') return [];
  const wanted = stem.replaceAll('-', '').toLowerCase();
  const exported = [...text.matchAll(/^export (?:async )?(?:function\*?|const|class|type|\{[^}]*?)\s*(\w+)/gm)].map(
    (match) => (match[1] ?? '').toLowerCase(),
  );
  return exported.some((name) => name === wanted || name.endsWith(wanted) || wanted.endsWith(name))
    ? []
    : [`${stem} exports something of its own name`];
}
