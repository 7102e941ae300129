/** How the log stores an event's type. Codes never change their meaning. */
export const TYPE_CODES = { click: 1, like: 2, unlike: 3, view: 4, 'ad-view': 5 } as const;

/** The types that are judged by windows and caps, as a list in SQL; likes are a state. */
export const JUDGED_TYPES = [TYPE_CODES.click, TYPE_CODES.view, TYPE_CODES['ad-view']].join(', ');

/** How the log stores why an event was refused; 0 is counted. */
export const REASON_CODES = {
  'rapid-repeat': 101,
  'daily-cap': 102,
  bot: 103,
  'already-liked': 104,
  'not-liked': 105,
  superseded: 106,
  'own-content': 107,
  'repeat-view': 108,
  blocked: 109,
} as const;

export const COUNTED = 0;

export type EventType = keyof typeof TYPE_CODES;
export type Reason = keyof typeof REASON_CODES;

/**
 * What the figures count: a counted event under its type's code, a refused one under its reason's.
 * `column` is the column of `summaries` and `day_totals`, in the order of the table.
 */
export const METRICS: readonly { code: number; column: string }[] = [
  { code: TYPE_CODES.click, column: 'clicks' },
  { code: TYPE_CODES.like, column: 'likes' },
  { code: TYPE_CODES.unlike, column: 'unlikes' },
  { code: TYPE_CODES.view, column: 'views' },
  { code: TYPE_CODES['ad-view'], column: 'ad_views' },
  ...(Object.keys(REASON_CODES) as Reason[]).map((reason) => ({
    code: REASON_CODES[reason],
    column: reason.replaceAll('-', '_'),
  })),
];

/** Columns of refused events and the reason each stands for. */
export const REASONS_BY_COLUMN: readonly (readonly [string, Reason])[] = entriesOf(REASON_CODES).map(([reason]) => [
  reason.replaceAll('-', '_'),
  reason,
]);

/** Those that views and ad views are refused for, which is what a creator is not paid. */
export const ABUSE_COLUMNS = REASONS_BY_COLUMN.filter(([, reason]) =>
  ['daily-cap', 'bot', 'own-content', 'repeat-view', 'blocked'].includes(reason),
);

const TYPES_BY_CODE = new Map<number, EventType>(entriesOf(TYPE_CODES).map(([type, code]) => [code, type]));
const REASONS_BY_CODE = new Map<number, Reason>(entriesOf(REASON_CODES).map(([reason, code]) => [code, reason]));

/** Throws a RangeError for a code that no version of the log has written. */
export function typeOf(code: number): EventType {
  const type = TYPES_BY_CODE.get(code);
  if (!type) throw new RangeError(`unknown event type code ${code}`);
  return type;
}

/** Null for a counted event. */
export function reasonOf(code: number): Reason | null {
  return REASONS_BY_CODE.get(code) ?? null;
}

function entriesOf<K extends string>(codes: Record<K, number>): [K, number][] {
  return Object.entries(codes) as [K, number][];
}
