import { FIGURES, type Figure } from './bars';

/** What became of one benchmark. */
export type Outcome = { name: string; took: string } & ({ figures: unknown } | { error: string });

export type Machine = { cpu: string; cores: number; memoryGiB: number; node: string; load: number };
export type Run = { date: string; commit: string; scale: number; machine: Machine; outcomes: Outcome[] };

/** docs/benchmarks.md: every figure of the benchmarks that have run, with its bar. */
export function tableOfFigures({ date, commit, scale, machine, outcomes }: Run): string {
  const rows = outcomes.flatMap((outcome) => rowsOf(outcome).map((cells) => `| ${cells.join(' | ')} |`));
  const took = outcomes.map(({ name, took }) => `${name} ${took}`).join(', ');
  return `# Benchmarks

Written by \`npm run bench\`, which measures everything again; \`npm run bench -- NAME\` prints all figures of one.
What they do is told by their files in \`bench/\`. Each figure is the median of its rounds.

- Machine: ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${machine.node}; database, server and client on it; load when it began: ${machine.load}
- Date: ${date}
- Commit: ${commit}
- Sizes: ${scale === 1 ? 'full' : `${scale} of the full ones, where a database is filled first (\`npm run bench -- --full\`)`}

| benchmark | figure | measured | bar | |
|---|---|---:|---:|---|
${rows.join('\n')}

Time taken: ${took}.
`;
}

function rowsOf(outcome: Outcome): string[][] {
  if ('error' in outcome) return [[outcome.name, 'did not end', '', '', outcome.error]];
  return FIGURES.filter(({ bench }) => bench === outcome.name).map((figure) => rowOf(figure, outcome.figures));
}

function rowOf({ bench, what, path, unit, bar }: Figure, figures: unknown): string[] {
  const value = valueAt(figures, path.split('.'));
  if (value === null) return [bench, what, 'missing', '', ''];
  const measured = `${value.toLocaleString('en-US', { maximumFractionDigits: 2 })} ${unit}`;
  if (!bar) return [bench, what, measured, '', ''];
  const [limit, words] = 'atLeast' in bar ? [bar.atLeast, 'at least'] : [bar.atMost, 'at most'];
  const held = 'atLeast' in bar ? value >= limit : value <= limit;
  return [bench, what, measured, `${words} ${limit.toLocaleString('en-US')}`, held ? 'held' : '**missed**'];
}

function valueAt(figures: unknown, [name, ...rest]: string[]): number | null {
  if (name === undefined) return typeof figures === 'number' && Number.isFinite(figures) ? figures : null;
  if (typeof figures !== 'object' || figures === null) return null;
  return valueAt((figures as Record<string, unknown>)[name], rest);
}
