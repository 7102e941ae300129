import type { DemoPicture } from './demo-picture';

/** A product of the demo; it went on sale so many days ago, and may have been priced anew or archived since. */
export type DemoProduct = {
  key: string;
  name: string;
  intro: string;
  price: number;
  stock: number;
  daysAgo: number;
  repriced?: { daysAgo: number; price: number };
  archived?: true;
  picture: DemoPicture;
};

export const DEMO_PRODUCTS: readonly DemoProduct[] = [
  {
    key: 'festival',
    name: '여름 작은 영화제 패스',
    intro: '사흘 동안 모든 상영을 볼 수 있습니다.',
    price: 2500,
    stock: 60,
    daysAgo: 80,
    archived: true,
    picture: { motif: 'sun', hue: 18 },
  },
  {
    key: 'ticket',
    name: '영화 예매권',
    intro: '모든 2D 상영에 쓸 수 있습니다. 좌석은 매장에서 골라 주세요.',
    price: 1100,
    stock: 240,
    daysAgo: 62,
    repriced: { daysAgo: 20, price: 1000 },
    picture: { motif: 'film', hue: 250 },
  },
  {
    key: 'popcorn',
    name: '팝콘 라지와 음료 두 잔',
    intro: '고소한 맛과 달콤한 맛을 반씩 담아 드려요.',
    price: 600,
    stock: 120,
    daysAgo: 58,
    picture: { motif: 'confetti', hue: 40 },
  },
  {
    key: 'night',
    name: '금요일 심야 상영 티켓',
    intro: '밤 열한 시, 회원이 투표로 고른 영화를 함께 봅니다.',
    price: 900,
    stock: 8,
    daysAgo: 30,
    picture: { motif: 'night', hue: 232 },
  },
  {
    key: 'talk',
    name: '〈두 번째 계절〉 감독과의 대화',
    intro: '상영이 끝난 뒤 감독과 이야기를 나눕니다. 자리가 많지 않아요.',
    price: 400,
    stock: 2,
    daysAgo: 24,
    picture: { motif: 'rings', hue: 330 },
  },
  {
    key: 'postcards',
    name: '영화 포스터 엽서 세트',
    intro: '올해 상영한 영화 열두 편의 포스터를 엽서에 담았습니다.',
    price: 300,
    stock: 45,
    daysAgo: 12,
    picture: { motif: 'waves', hue: 170 },
  },
];

/** What those who sign in to the demo bought, and what became of it. */
export const DEMO_ORDERS: readonly {
  email: string;
  key: string;
  daysAgo: number;
  outcome?: 'redeemed' | 'refunded';
}[] = [
  { email: 'bora@demo.boxoffice.example', key: 'popcorn', daysAgo: 35, outcome: 'redeemed' },
  { email: 'sejin@demo.boxoffice.example', key: 'talk', daysAgo: 22, outcome: 'redeemed' },
  { email: 'bora@demo.boxoffice.example', key: 'talk', daysAgo: 21, outcome: 'redeemed' },
  { email: 'sejin@demo.boxoffice.example', key: 'postcards', daysAgo: 10, outcome: 'refunded' },
  { email: 'bora@demo.boxoffice.example', key: 'postcards', daysAgo: 4 },
];
