import { lookUpContents } from '@/lib/content/look-up-contents';
import { listContents } from '@/lib/content/queries/list-contents';
import { ContentQuery } from '@/lib/content/schema';
import { closePools, db } from '@/lib/platform/database';

const cases: Record<string, unknown>[] = [
  {},
  { kind: 'video' },
  { archived: 'true' },
  { archived: 'true', sort: 'title' },
  { sort: 'title' },
  { creatorId: 5 },
  { creatorId: 5, sort: 'title' },
  { externalId: 'ext-77' },
  ...[
    '쀍쀼',
    '없는제목',
    '산책',
    '오래된글',
    '산',
    '쀍',
    'ep',
    'qz',
    'e',
    'episode 77777',
    'morning',
    '이야기',
    '책 이야',
    '777777',
    'ext-778',
    '%',
    '_',
    'a_b',
    '첫 번째 777',
    '  ',
    '이야기 part',
    'part 이야기',
  ].flatMap((search) => [{ search }, { search, sort: 'title' }, { search, archived: 'false', kind: 'video' }]),
];
for (const c of cases) {
  const q = ContentQuery.parse(c);
  const ts = [];
  let n = 0;
  for (let i = 0; i < 3; i++) {
    const t = performance.now();
    n = (await listContents(q)).items.length;
    ts.push(performance.now() - t);
  }
  const m = ts.sort((a, b) => a - b)[1]!;
  console.log(m > 50 ? 'SLOW' : '    ', m.toFixed(1).padStart(7), n, JSON.stringify(c));
}
const ids = Array.from({ length: 500 }, (_, i) => i * 1999 + 1);
for (let k = 0; k < 8; k++) {
  const t = performance.now();
  const r = await lookUpContents(db(), { ids: ids.map((i) => i + k), externalIds: ids.map((i) => 'ext-' + (i + k)) });
  console.log('lookup', (performance.now() - t).toFixed(1), r.byId.size, r.byExternalId.size);
}
await closePools();
