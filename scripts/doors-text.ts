import { globSync } from 'node:fs';

export const LIST_OF_DOORS = 'app/api/openapi.json/doors.ts';

/** Every route handler of the API, in the order of its path. */
export function routeFiles(): string[] {
  return globSync('app/api/v1/**/route.ts').sort();
}

/** The source of the list of doors, each under its path: a bundle has no folders to look into, so each is named. */
export function doorsText(files: string[]): string {
  const paths = files.map((file) => file.replace(/^app\/api\/|\/route\.ts$/g, ''));
  return `// Written by \`npm run doors\`; a test tells when it is out of date.
${paths.map((path) => `export * as '/api/${path}' from '../${path}/route';`).join('\n')}
`;
}
