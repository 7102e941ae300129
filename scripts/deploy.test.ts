import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { envSchema } from '@/lib/platform/env';
import { metrics } from '@/lib/platform/metrics';

const read = (path: string) => readFileSync(path, 'utf8');
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

const Service = z.looseObject({
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  depends_on: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).default([]),
});
const Compose = z.looseObject({
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.unknown()),
});
const Rules = z.object({
  groups: z.array(z.object({ name: z.string(), rules: z.array(z.object({ alert: z.string(), expr: z.string() })) })),
});
const Dashboard = z.looseObject({
  panels: z.array(
    z.looseObject({
      id: z.number(),
      title: z.string(),
      targets: z.array(z.looseObject({ expr: z.string() })).min(1),
    }),
  ),
});

// An anchor of compose is YAML's own; `<<` is the older version's.
const compose = Compose.parse(parse(read('compose.yaml'), { merge: true }));
const rules = Rules.parse(parse(read('deploy/alerts.yml'))).groups.flatMap((group) => group.rules);
const { panels } = Dashboard.parse(JSON.parse(read('deploy/grafana/dashboards/boxoffice.json')));
const services = Object.entries(compose.services);

/** Names that /api/metrics may answer: those of the code, with the endings of a histogram, and Node's own. */
async function knownMetrics(): Promise<Set<string>> {
  const sources = globSync('{lib,scripts}/**/*.ts').filter((path) => !path.includes('.test.'));
  const ours = sources.flatMap((path) => found(read(path), /'(boxoffice_[a-z_]+)'/g));
  const node = (await metrics().registry.getMetricsAsJSON()).map(({ name }) => name);
  const all = [...ours, ...node];
  return new Set([...all, ...all.flatMap((name) => ['_bucket', '_count', '_sum'].map((end) => name + end)), 'up']);
}

const namesIn = (expression: string) => found(expression, /\b((?:boxoffice|nodejs|process)_[a-z0-9_]+|up)\b/g);

test.each([
  ['alerts', rules.map(({ alert, expr }) => ({ title: alert, expr }))],
  ['dashboard', panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ title, expr })))],
])('every metric of the %s is one that a server tells', async (_, expressions) => {
  const known = await knownMetrics();
  expect(expressions.length).toBeGreaterThan(10);
  for (const { title, expr } of expressions) {
    const names = namesIn(expr);
    expect(names.length, title).toBeGreaterThan(0);
    expect(
      names.filter((name) => !known.has(name)),
      title,
    ).toEqual([]);
  }
});

test('every setting that compose gives a server is one of the app', () => {
  const settings = Object.keys(compose.services.app1?.environment ?? {});
  expect(settings.length).toBeGreaterThan(10);
  expect(settings.filter((name) => !(name in envSchema.shape))).toEqual([]);
  expect(compose.services.app2?.environment).toEqual(compose.services.app1?.environment);
});

test('every service that something names is there, with its volumes and files', () => {
  const names = services.map(([name]) => name);
  const waitedFor = services.flatMap(([, { depends_on: on }]) => (Array.isArray(on) ? on : Object.keys(on)));
  const asked = [
    ...found(read('deploy/nginx.conf'), /server (\w+):3000/g),
    ...found(read('deploy/prometheus.yml'), /(\w+):3000/g),
    ...found(read('compose.yaml'), /(?:@|redis:\/\/)([a-z]\w*):\d+/g),
  ];
  expect(asked).toEqual(expect.arrayContaining(['app1', 'app2', 'primary', 'replica', 'redis']));
  expect([...waitedFor, ...asked].filter((name) => !names.includes(name))).toEqual([]);
  const sources = services.flatMap(([, { volumes }]) => volumes.map((volume) => volume.split(':')[0] ?? ''));
  const missing = sources.filter((source) =>
    source.startsWith('./') ? !existsSync(source) : !(source in compose.volumes),
  );
  expect(missing).toEqual([]);
});

test('the image holds each file that its last stage copies, and starts as nobody special', () => {
  const stage =
    read('Dockerfile')
      .split(/^FROM /m)
      .at(-1) ?? '';
  const copied = found(stage, /COPY --from=build ([^\n]+) \S+$/gm).flatMap((paths) => paths.split(' '));
  const wanted = copied
    .map((path) => path.replace('/app/', ''))
    .filter((path) => !/^(\.next|node_modules)$/.test(path));
  expect(wanted.length).toBeGreaterThan(10);
  expect(wanted.filter((path) => !existsSync(path))).toEqual([]);
  expect(stage).toMatch(/^USER node$/m);
  expect(stage).toMatch(/^HEALTHCHECK /m);
});

test('alerts and panels have names of their own', () => {
  const ids = panels.map(({ id }) => String(id));
  for (const names of [rules.map(({ alert }) => alert), panels.map(({ title }) => title), ids])
    expect(new Set(names).size).toBe(names.length);
});
