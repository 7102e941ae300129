export type Figure = {
  bench: string;
  what: string;
  /** Where it stands in the figures of the benchmark. */
  path: string;
  unit: string;
  bar?: { atLeast: number } | { atMost: number };
};

/** The figures that the table shows, and what is asked of them on two cores with the client on the same machine. */
export const FIGURES: Figure[] = [
  { bench: 'lane', what: 'Fast lane, without IO', path: 'lanePerSecond', unit: 'requests/s' },
  { bench: 'lane', what: 'The same handler under Next', path: 'nextPerSecond', unit: 'requests/s' },
  { bench: 'lane', what: 'Fast lane to Next', path: 'laneToNext', unit: 'times', bar: { atLeast: 8 } },
  ...ingest(0, 'Single events of 64 senders', [
    ['ours.eventsPerSecond', 'judged and durable', 'events/s', { atLeast: 5000 }],
    ['ours.p99Milliseconds', 'p99', 'ms', { atMost: 100 }],
    ['withLikes.eventsPerSecond', 'a tenth of them likes', 'events/s'],
    ['oursToFloor', 'to a bare insert', 'times'],
  ]),
  ...ingest(2, 'Batches of 100 of 10 senders', [
    ['ours.eventsPerSecond', 'judged and durable', 'events/s', { atLeast: 30_000 }],
    ['ours.p99Milliseconds', 'p99', 'ms', { atMost: 100 }],
    ['oursToFloor', 'to a bare insert', 'times', { atLeast: 0.5 }],
  ]),
  ...ingest(3, 'Batches of 100 of 24 senders', [
    ['ours.eventsPerSecond', 'judged and durable', 'events/s'],
    ['ours.p99Milliseconds', 'p99', 'ms'],
  ]),
  { bench: 'ingest', what: 'A stored event', path: 'bytesPerStoredEvent', unit: 'bytes', bar: { atMost: 250 } },
  participate('hotOne.perSecond', 'one hot ad', 'requests/s', { atLeast: 1500 }),
  participate('hotOne.p99Milliseconds', 'one hot ad, p99', 'ms'),
  participate('adsOne.perSecond', 'a thousand ads', 'requests/s'),
  participate('soldOutOne.perSecond', 'refused, sold out', 'requests/s'),
  participate('hotTwo.perSecond', 'one hot ad, two processes', 'requests/s'),
  { bench: 'watch', what: 'Heartbeats, one a request', path: 'figures.0.perSecond', unit: 'heartbeats/s' },
  { bench: 'watch', what: 'Heartbeats, 50 a request', path: 'figures.1.perSecond', unit: 'heartbeats/s' },
  { bench: 'watch', what: 'Rows written for a heartbeat', path: 'rowsPerHeartbeat.total', unit: 'rows' },
  ...['Chart of all', 'Chart of one content', 'Top 5 of a month', 'Top 5 of a day'].flatMap((what, n): Figure[] => [
    dashboard(`questions.${n}.p50MillisecondsOfLarge`, `${what}, p50`, 'ms', { atMost: 30 }),
    dashboard(`questions.${n}.ratio`, `${what}, ten times the events`, 'times', { atMost: 1.3 }),
  ]),
  dashboard('ingestion.kept', 'Ingestion kept beside 8 viewers', 'times', { atLeast: 0.5 }),
  { bench: 'daily', what: 'Run of a day', path: 'runs.0.milliseconds', unit: 'ms' },
  {
    bench: 'daily',
    what: 'Refresh after 10,000 events',
    path: 'refreshAfter10000.medianMilliseconds',
    unit: 'ms',
    bar: { atMost: 1000 },
  },
  { bench: 'settle', what: 'Run of a large day', path: 'large.first.milliseconds', unit: 'ms' },
  { bench: 'settle', what: 'Run of a large day to bare writes', path: 'large.times', unit: 'times' },
  { bench: 'board', what: 'Newest posts, p50', path: 'newest.p50Milliseconds', unit: 'ms' },
  { bench: 'board', what: 'A single post, p50', path: 'single.p50Milliseconds', unit: 'ms' },
  { bench: 'history', what: "A member's first page, p50", path: 'first.p50Milliseconds', unit: 'ms' },
  { bench: 'history', what: "A member's 1,000th page, p50", path: 'thousandth.p50Milliseconds', unit: 'ms' },
];

type Bar = NonNullable<Figure['bar']>;

function ingest(n: number, name: string, rows: [path: string, what: string, unit: string, bar?: Bar][]): Figure[] {
  return rows.map(([path, what, unit, bar]) => ({
    ...{ bench: 'ingest', what: `${name}, ${what}`, path: `figures.${n}.${path}`, unit },
    ...(bar && { bar }),
  }));
}

function participate(path: string, what: string, unit: string, bar?: Bar): Figure {
  return { bench: 'participate', what: `Participations, ${what}`, path: `figures.${path}`, unit, ...(bar && { bar }) };
}

function dashboard(path: string, what: string, unit: string, bar: Bar): Figure {
  return { bench: 'dashboard', what, path, unit, bar };
}
