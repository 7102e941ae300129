import { globSync } from 'node:fs';

export const LIST_OF_DOORS = 'app/api/openapi.json/doors.ts';

/** Every route handler of the API, in the order of its path. */
export function routeFiles(): string[] {
  return globSync('app/api/v1/**/route.ts').sort();
}

/** The source of the list of doors: a bundle has no folders to look into, so each is named. */
export function doorsText(files: string[]): string {
  const modules = files.map((file) => file.replace(/^app\/api\/v1\/|\/route\.ts$/g, ''));
  const imports = modules.map((path) => `import * as ${nameOf(path)} from '../v1/${path}/route';`);
  const entries = modules.map((path) => `  '/api/v1/${path}': ${nameOf(path)},`);
  return `// Written by \`npm run doors\`; a test tells when it is out of date.
${imports.join('\n')}

/** Each path of the API and the module that answers it. */
export const DOORS: Record<string, object> = {
${entries.join('\n')}
};
`;
}

const nameOf = (path: string) => {
  const words = path.replace(/[[\]]/g, '').split(/[^A-Za-z0-9]+/);
  return `${words.map((word, i) => (i === 0 ? word : word.replace(/^./, (letter) => letter.toUpperCase()))).join('')}Door`;
};
