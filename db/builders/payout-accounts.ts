/** Where the demo's creators are paid; made up, with a valid check digit for the business. */
export const DEMO_PAYOUT_ACCOUNTS = {
  'haneul@demo.boxoffice.example': { bank: '004', number: '94320200184731', holder: '이하늘', payee: 'individual' },
  'daon@demo.boxoffice.example': {
    bank: '088',
    number: '110432906518',
    holder: '다온스튜디오(정다온)',
    payee: 'business',
    businessNumber: '1208147521',
  },
} as const;
