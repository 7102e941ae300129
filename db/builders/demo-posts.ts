/** A post of the demo: who wrote it (a number of `DEMO_MEMBERS`, or the house), how many days ago and when, and its text. */
export type DemoPost = {
  kind: 'admin' | 'notice' | 'member';
  by: number;
  daysAgo: number;
  clock: string;
  title: string;
  body: string;
  offer?: { coupons: number; discount: { kind: 'percent' | 'points'; value: number }; validDays: number };
  /** How many of the members say something about it. */
  comments: number;
};

/** Members who write on the board, beside the people of the demo. */
export const DEMO_MEMBERS: readonly string[] = [
  '박서윤',
  '이도현',
  '김하린',
  '최민준',
  '정수아',
  '강지호',
  '조예은',
  '윤시우',
  '임채원',
  '한태오',
  '오나은',
  '서준서',
  '신유진',
  '권도윤',
  '황지안',
  '안소율',
  '송현우',
  '류다인',
  '홍은채',
  '문재민',
];

/** What they say about a post, in turn. */
export const DEMO_REMARKS: readonly string[] = [
  '저도 어제 봤어요. 마지막 십 분이 정말 좋았습니다.',
  '좋은 글 고맙습니다!',
  '예매하려고 했는데 이 글 보고 결정했어요.',
  '자막 있는 회차도 있나요?',
  '다음 주에 아이들과 가 보려고 합니다.',
  'The sound in hall 3 is worth the trip.',
  '포스터가 예뻐서 굿즈도 샀습니다 ㅎㅎ',
  '저는 원작이 더 좋았지만, 배우들 연기는 최고였어요.',
  '주말 오전이 한산해서 좋더라고요.',
  '팝콘은 반반이 진리입니다.',
  '감독 인터뷰도 찾아보세요. 장면 설명이 재미있어요.',
  '쿠폰 감사합니다!',
];

export const DEMO_POSTS: readonly DemoPost[] = [
  {
    kind: 'notice',
    by: 0,
    daysAgo: 6,
    clock: '10:00',
    comments: 3,
    title: '게시판 이용 안내',
    body: '안녕하세요, 박스오피스입니다.\n\n- 하루에 쓴 **첫 글 세 개**까지 100포인트씩 적립됩니다.\n- 이벤트 글에는 선착순 쿠폰이 걸려 있습니다. 먼저 댓글을 다는 분께 드립니다.\n- 다른 회원을 존중해 주세요. 광고 글은 숨길 수 있습니다.\n\n즐거운 시간 보내세요!',
  },
  {
    kind: 'admin',
    by: 0,
    daysAgo: 3,
    clock: '11:00',
    comments: 14,
    title: '개봉 기념: 선착순 10명 20% 할인 쿠폰',
    body: '이번 주 개봉작을 기념해 할인 쿠폰을 준비했습니다.\n\n1. 이 글에 댓글을 남깁니다.\n2. 선착순 열 분께 쿠폰을 메일로 보내 드립니다.\n3. 상점에서 영화표를 살 때 쓰세요.\n\n> 한 분이 한 장씩 받을 수 있습니다.',
    offer: { coupons: 10, discount: { kind: 'percent', value: 20 }, validDays: 30 },
  },
  {
    kind: 'member',
    by: 1,
    daysAgo: 2,
    clock: '09:12',
    comments: 7,
    title: '3관 음향, 정말 다르네요',
    body: '지난 주말에 3관에서 봤는데 저음이 확실히 다릅니다.\n\n## 자리 추천\n\n| 줄 | 느낌 |\n|---|---|\n| C–D | 화면이 꽉 찹니다 |\n| F–G | 소리가 가장 고릅니다 |\n\n다음에는 F열로 예매하려고요.',
  },
  {
    kind: 'member',
    by: 4,
    daysAgo: 2,
    clock: '20:41',
    comments: 5,
    title: '혼자 영화 보기 좋은 시간대는?',
    body: '평일 저녁은 늘 붐비더라고요. 혼자 조용히 보기 좋은 시간대를 추천해 주세요!',
  },
  {
    kind: 'member',
    by: 7,
    daysAgo: 1,
    clock: '08:20',
    comments: 9,
    title: '〈밤의 극장〉 결말 이야기 (스포일러 있음)',
    body: '마지막 장면에서 **불이 켜지는 순간**이 처음 장면과 이어진다고 느꼈어요.\n\n처음에 주인공이 앉았던 자리, 기억하시나요? 그 자리가 비어 있었죠.',
  },
  {
    kind: 'member',
    by: 11,
    daysAgo: 1,
    clock: '13:05',
    comments: 4,
    title: 'Which hall has the best seats for tall people?',
    body: 'I am 192 cm and my knees hurt in hall 1. Any advice?\n\n- Hall 2: middle row?\n- Hall 3: the aisle?',
  },
  {
    kind: 'member',
    by: 2,
    daysAgo: 1,
    clock: '21:50',
    comments: 6,
    title: '포인트로 영화표 산 후기',
    body: '광고 참여랑 글쓰기로 모은 포인트로 드디어 영화표를 샀습니다. QR 코드만 보여 주면 끝이라 편했어요.',
  },
  {
    kind: 'notice',
    by: 0,
    daysAgo: 0,
    clock: '00:05',
    comments: 2,
    title: '이번 주 상영관 점검 안내',
    body: '2관은 수요일 오전에 음향 점검을 합니다. 그날 오전 회차는 1관에서 상영합니다.',
  },
  {
    kind: 'member',
    by: 5,
    daysAgo: 0,
    clock: '00:10',
    comments: 8,
    title: '올해 최고의 한 편을 꼽자면',
    body: '저는 단연 〈조용한 여름〉입니다. 대사보다 *빛*이 더 많은 이야기를 하는 영화였어요. 여러분의 한 편은 무엇인가요?',
  },
  {
    kind: 'admin',
    by: 0,
    daysAgo: 0,
    clock: '00:20',
    comments: 4,
    title: '오늘의 이벤트: 선착순 10명 500포인트 할인',
    body: '오늘 하루, 댓글을 남기신 선착순 열 분께 **500포인트 할인 쿠폰**을 드립니다. 어떤 영화를 보고 싶은지 적어 주세요.',
    offer: { coupons: 10, discount: { kind: 'points', value: 500 }, validDays: 14 },
  },
  {
    kind: 'member',
    by: 9,
    daysAgo: 0,
    clock: '00:30',
    comments: 3,
    title: '심야 상영 같이 보실 분',
    body: '금요일 심야 회차 같이 보실 분 계신가요? 끝나고 감상도 나눠요.',
  },
];
