import type { DemoPicture } from './demo-picture';

/** A condition of the demo; `joined` names another ad by its key. */
export type DemoCondition =
  | { kind: 'first-time' }
  | { kind: 'participations-at-least'; count: number }
  | { kind: 'joined'; key: string };

/** What the advertiser changed after it was registered, so many days from today and minutes after midnight. */
export type DemoPlanStep = {
  day: number;
  minute: number;
  change: { state: 'open' | 'paused' | 'ended' } | { places: number };
};

export type DemoAdPlan = {
  key: string;
  name: string;
  text: string;
  /** Days from today to the first one, how many there are, reward, places, appeal. */
  plan: [starts: number, days: number, rewardPoints: number, places: number, appeal: number];
  house?: true;
  eligibility?: DemoCondition[];
  steps?: DemoPlanStep[];
  picture?: DemoPicture;
};

/** What there is in the demo, by days from today. */
export const DEMO_AD_PLANS: readonly DemoAdPlan[] = [
  {
    key: 'welcome',
    name: '첫 참여 환영 포인트',
    text: '광고에 처음 참여하는 회원님께 환영 포인트를 드립니다. 버튼 한 번이면 끝납니다.',
    plan: [-89, 150, 1000, 2500, 16],
    house: true,
    eligibility: [{ kind: 'first-time' }],
    picture: { motif: 'confetti', hue: 32 },
  },
  {
    key: 'roastery',
    name: '해방촌 로스터리 새 원두 이름 짓기',
    text: '초여름에 나올 새 블렌드의 이름을 골라 주세요. 네 가지 후보 가운데 하나를 고르면 됩니다.',
    plan: [-87, 12, 100, 400, 30],
    picture: { motif: 'cup', hue: 24 },
  },
  {
    key: 'trailer',
    name: '〈두 번째 계절〉 예고편 한 줄 평',
    text: '90초 예고편을 보고 기대되는 장면을 한 줄로 남겨 주세요. 남겨 주신 글은 개봉 때 극장에 걸립니다.',
    plan: [-80, 14, 200, 450, 46],
    picture: { motif: 'film', hue: 262 },
  },
  {
    key: 'bakery',
    name: '연남 빵집 지도 스탬프',
    text: '지도에 있는 빵집 여덟 곳 가운데 가 본 곳을 알려 주세요. 다음 지도에 반영합니다.',
    plan: [-76, 10, 80, 300, 19],
    picture: { motif: 'sun', hue: 44 },
  },
  {
    key: 'reader',
    name: '전자책 구독 서비스 이용 설문',
    text: '한 달에 책을 몇 권 읽으시나요? 열 문항, 2분이면 됩니다.',
    plan: [-70, 14, 150, 600, 32],
  },
  {
    key: 'busan',
    name: '부산 영도 여행 사진 고르기',
    text: '여행 안내서 표지가 될 사진을 골라 주세요. 참여하신 분께 바로 포인트를 드립니다.',
    plan: [-63, 9, 120, 250, 41],
    picture: { motif: 'waves', hue: 205 },
  },
  {
    key: 'night',
    name: '심야 영화 시간표 투표',
    text: '금요일 밤 열한 시 상영작을 회원님이 정합니다. 세 편 가운데 한 편에 투표해 주세요.',
    plan: [-58, 7, 100, 500, 38],
    house: true,
    picture: { motif: 'night', hue: 232 },
  },
  {
    key: 'noodle',
    name: '들기름 막국수 밀키트 출시 알림',
    text: '출시 소식을 받아 보실 분을 찾습니다. 알림을 켜면 포인트가 적립됩니다.',
    plan: [-52, 14, 60, 350, 24],
    steps: [{ day: -43, minute: 16 * 60 + 20, change: { state: 'ended' } }],
    picture: { motif: 'leaves', hue: 96 },
  },
  {
    key: 'headphones',
    name: '무선 헤드폰 청음 후기',
    text: '매장에서 들어 보신 분만 참여해 주세요. 음질과 착용감을 별점으로 남기면 됩니다.',
    plan: [-47, 16, 500, 120, 14],
    eligibility: [{ kind: 'participations-at-least', count: 2 }],
    picture: { motif: 'rings', hue: 300 },
  },
  {
    key: 'panel',
    name: '영화관 좌석 설문 1차',
    text: '어느 줄에 앉으시나요? 답해 주신 분께는 2차 설문에 참여할 기회를 드립니다.',
    plan: [-41, 12, 150, 700, 44],
    house: true,
    picture: { motif: 'film', hue: 348 },
  },
  {
    key: 'garden',
    name: '베란다 텃밭 씨앗 나눔',
    text: '상추와 바질 가운데 하나를 골라 주세요. 선착순으로 씨앗을 보내 드립니다.',
    plan: [-36, 8, 50, 200, 62],
    picture: { motif: 'leaves', hue: 128 },
  },
  {
    key: 'panel-2',
    name: '영화관 좌석 설문 2차',
    text: '1차 설문에 답해 주신 분만 참여할 수 있습니다. 바뀐 좌석 배치를 보고 의견을 들려주세요.',
    plan: [-27, 10, 400, 350, 48],
    house: true,
    eligibility: [{ kind: 'joined', key: 'panel' }],
    picture: { motif: 'film', hue: 320 },
  },
  {
    key: 'run',
    name: '한강 달리기 모임 응원',
    text: '이번 주말 10킬로미터를 뛰는 분들께 응원 한마디를 보내 주세요.',
    plan: [-25, 7, 70, 300, 26],
    picture: { motif: 'sun', hue: 16 },
  },
  {
    key: 'kimchi',
    name: '김장철 절임배추 사전 예약',
    text: '예약 날짜를 고르면 포인트를 드립니다. 결제는 받으실 때 하시면 됩니다.',
    plan: [-20, 14, 300, 500, 52],
    steps: [{ day: -18, minute: 10 * 60 + 5, change: { places: 640 } }],
    picture: { motif: 'leaves', hue: 84 },
  },
  {
    key: 'winter',
    name: '겨울 외투 브랜드 인지도 조사',
    text: '다섯 브랜드 가운데 아는 것을 모두 골라 주세요. 1분이면 됩니다.',
    plan: [-14, 21, 250, 1200, 40],
    picture: { motif: 'rings', hue: 214 },
  },
  {
    key: 'podcast',
    name: '〈작은 영화관 일기〉 팟캐스트 첫 화 듣기',
    text: '첫 화를 끝까지 들으신 분께 포인트를 드립니다. 들은 뒤에 버튼을 눌러 주세요.',
    plan: [-11, 30, 180, 900, 21],
    house: true,
    picture: { motif: 'night', hue: 278 },
  },
  {
    key: 'mandarin',
    name: '제주 감귤 농장 이름표 달기',
    text: '내 이름을 단 감귤나무를 고르세요. 12월에 사진을 보내 드립니다.',
    plan: [-9, 20, 350, 180, 55],
    picture: { motif: 'sun', hue: 28 },
  },
  {
    key: 'card',
    name: '문화생활 카드 혜택 골라 보기',
    text: '영화, 책, 공연 가운데 가장 자주 쓰는 것을 골라 주세요. 카드 안내는 따로 신청하신 분께만 드립니다.',
    plan: [-8, 18, 600, 400, 17],
    eligibility: [{ kind: 'participations-at-least', count: 3 }],
    steps: [{ day: -3, minute: 14 * 60 + 40, change: { state: 'paused' } }],
  },
  {
    key: 'regulars',
    name: '단골 회원 감사 선물',
    text: '광고에 다섯 번 이상 함께해 주신 회원님께 드리는 작은 선물입니다. 늘 고맙습니다.',
    plan: [-6, 25, 1500, 500, 24],
    house: true,
    eligibility: [{ kind: 'participations-at-least', count: 5 }],
    picture: { motif: 'confetti', hue: 340 },
  },
  {
    key: 'bookshop',
    name: '동네 책방 응원 한마디',
    text: '좋아하는 책방의 이름과 함께 한마디를 남겨 주세요. 모인 글은 책방에 엽서로 보내 드립니다.',
    plan: [-6, 28, 300, 1000, 20],
    picture: { motif: 'rings', hue: 166 },
  },
  {
    key: 'tent',
    name: '캠핑 의자 색상 투표',
    text: '내년 봄에 나올 의자의 색을 골라 주세요. 가장 많은 표를 받은 색으로 만듭니다.',
    plan: [-5, 14, 90, 800, 27],
    steps: [
      { day: -2, minute: 9 * 60 + 30, change: { state: 'paused' } },
      { day: -1, minute: 11 * 60 + 15, change: { state: 'open' } },
    ],
    picture: { motif: 'leaves', hue: 150 },
  },
  {
    key: 'wrapping',
    name: '연말 포장지 디자인 고르기',
    text: '세 가지 무늬 가운데 하나를 골라 주세요. 뽑힌 무늬로 12월의 선물을 포장합니다.',
    plan: [-3, 12, 120, 260, 130],
    picture: { motif: 'confetti', hue: 196 },
  },
  {
    key: 'coffee',
    name: '해방촌 로스터리 원두 시음 신청',
    text: '이름 짓기에 참여해 주신 분께 새 원두 20그램을 보내 드립니다. 받으실 주소는 다음 화면에서 적어 주세요.',
    plan: [-2, 16, 450, 300, 38],
    eligibility: [{ kind: 'joined', key: 'roastery' }],
    picture: { motif: 'cup', hue: 18 },
  },
  {
    key: 'musical',
    name: '뮤지컬 〈밤의 우체국〉 배역 투표',
    text: '우체부 역에 어울리는 배우를 골라 주세요. 첫 공연의 포스터에 결과를 싣습니다.',
    plan: [-1, 14, 220, 900, 34],
    picture: { motif: 'night', hue: 300 },
  },
  {
    key: 'festival',
    name: '12월 작은 영화제 개막작 알림',
    text: '예매가 열리는 시각에 알려 드립니다. 알림을 켜신 분께 포인트를 드려요.',
    plan: [4, 14, 200, 1000, 0],
    house: true,
    picture: { motif: 'night', hue: 250 },
  },
  {
    key: 'resolution',
    name: '새해 다짐 한 줄 쓰기',
    text: '새해에 이루고 싶은 것을 한 줄로 적어 주세요. 일 년 뒤에 다시 보여 드립니다.',
    plan: [12, 30, 250, 2000, 0],
    picture: { motif: 'sun', hue: 4 },
  },
];
