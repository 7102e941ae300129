import { addDays, type Day } from '@/lib/kernel/day';
import { randomOf } from './random';

export type BuiltContentRow = {
  title: string;
  kind: 'article' | 'video';
  durationSeconds: number | null;
  externalId: string;
  /** Which of the creators made it; null is the house's own. */
  creator: number | null;
  publishedOn: Day;
};

const PLACES = ['성수', '연남', '해방촌', '전주', '강릉', '제주', '통영', '경주', '부산 영도', '군산'] as const;
const DISHES = [
  '된장찌개',
  '들기름 막국수',
  '감자전',
  '김치말이국수',
  '가지솥밥',
  '명란 파스타',
  '배추술찜',
  '두부조림',
] as const;
const FILMS = [
  '여름의 끝',
  '두 번째 계절',
  '바다가 들린다면',
  '밤의 우체국',
  '느린 열차',
  '오래된 극장',
  '비밀의 정원',
] as const;

type Maker = { kind: 'article' | 'video'; make: (n: number) => string };

const pick = (list: readonly string[], n: number) => list[n % list.length] ?? '';

const MAKERS: readonly Maker[] = [
  { kind: 'video', make: (n) => `${pick(PLACES, n)} 골목 산책: 걸어서 두 시간` },
  { kind: 'video', make: (n) => `15분이면 되는 ${pick(DISHES, n)}` },
  { kind: 'article', make: (n) => `〈${pick(FILMS, n)}〉 다시 보기: 놓쳤던 장면들` },
  { kind: 'video', make: (n) => `감독과의 대화: 〈${pick(FILMS, n + 3)}〉` },
  { kind: 'article', make: (n) => `이번 주말, ${pick(PLACES, n + 4)}에서 뭐 볼까` },
  {
    kind: 'video',
    make: (n) => `A slow morning in ${pick(['Seongsu', 'Jeonju', 'Gangneung', 'Jeju', 'Tongyeong'], n)}`,
  },
  { kind: 'article', make: (n) => `Behind the ticket booth, part ${1 + Math.floor(n / 7)}` },
  { kind: 'video', make: (n) => `작은 영화관 일기 ${1 + Math.floor(n / 7)}화` },
];

/** A small catalogue: Korean and English, articles and videos, most published as the days go by. */
export function buildContents(count: number, first: Day, creators: number): BuiltContentRow[] {
  const random = randomOf('contents');
  return Array.from({ length: count }, (_, n) => {
    const maker = MAKERS[n % MAKERS.length] ?? MAKERS[0];
    const round = Math.floor(n / MAKERS.length);
    const kind = maker?.kind ?? 'article';
    return {
      title: maker?.make(round) ?? '',
      kind,
      durationSeconds: kind === 'video' ? 180 + random.below(1300) : null,
      externalId: `demo-${String(n + 1).padStart(4, '0')}`,
      creator: random.chance(0.8) ? random.below(creators) : null,
      publishedOn: round < 3 ? first : addDays(first, random.below(88)),
    };
  });
}
