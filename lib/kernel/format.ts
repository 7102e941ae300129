import type { Day } from './day';

type Instant = Date | string | number;

/** Whole numbers with thousands separated; a fraction keeps up to two digits. */
export function formatNumber(value: number | bigint, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}

/** A change of a whole number with its sign: `+150`, `-3`, `0`. */
export function formatSigned(value: number | bigint, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(value);
}

/** For axes and tight places: `12.3만` in Korean, `123K` in English. */
export function formatCompactNumber(value: number | bigint, locale: string): string {
  return numberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** A ratio (0.124) with one decimal: `12.4%`; with `sign` as a change: `+12.4%`, and `0.0%` without one. */
export function formatPercent(ratio: number, locale: string, { sign = false } = {}): string {
  return numberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: sign ? 'exceptZero' : 'negative',
  }).format(ratio);
}

/** Whole won with the sign: `₩12,044`. */
export function formatWon(won: number | bigint, locale: string): string {
  return numberFormat(locale, {
    style: 'currency',
    currency: 'KRW',
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  }).format(won);
}

/** Tenths of a won as won, with the tenth where there is one: `₩1.1`. */
export function formatTenths(tenths: number | bigint, locale: string): string {
  return numberFormat(locale, {
    style: 'currency',
    currency: 'KRW',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  }).format(Number(tenths) / 10);
}

/** A duration in milliseconds, in its two largest units: `48 ms`, `0.2 s`, `3 min 5 s`, `2 hr 10 min`, `3 days 4 hr`. */
export function formatDuration(milliseconds: number, locale: string): string {
  if (milliseconds < 100) return unit(Math.round(milliseconds), 'millisecond', locale);
  if (milliseconds < 60_000) return unit(Math.round(milliseconds / 100) / 10, 'second', locale);
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 3600)
    return `${unit(Math.floor(seconds / 60), 'minute', locale)} ${unit(seconds % 60, 'second', locale)}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1440)
    return `${unit(Math.floor(minutes / 60), 'hour', locale)} ${unit(minutes % 60, 'minute', locale)}`;
  const hours = Math.floor(minutes / 60);
  return `${unit(Math.floor(hours / 24), 'day', locale)} ${unit(hours % 24, 'hour', locale)}`;
}

/** A position or length in a video, in seconds: `4:59`, `1:02:03`. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const end = String(rest).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${end}` : `${minutes}:${end}`;
}

/** `short` (11. 21. or Nov 21) for axes, `weekday` with that, `medium` with the year, `long` with both; `month` is without the day. */
export type DayStyle = 'short' | 'weekday' | 'medium' | 'long' | 'month';

const DAY_STYLES: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  short: { month: 'short', day: 'numeric' },
  weekday: { month: 'short', day: 'numeric', weekday: 'short' },
  medium: { year: 'numeric', month: 'short', day: 'numeric' },
  long: { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' },
  month: { year: 'numeric', month: 'long' },
};

/** A calendar date as the locale writes it; a day has no zone. */
export function formatDay(day: Day, locale: string, style: DayStyle = 'medium'): string {
  return dateFormat(locale, { ...DAY_STYLES[style], timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** From one day to another, without repeating what they share. */
export function formatDayRange(range: { from: Day; to: Day }, locale: string, style: DayStyle = 'medium'): string {
  const format = dateFormat(locale, { ...DAY_STYLES[style], timeZone: 'UTC' });
  const text = format.formatRange(new Date(`${range.from}T00:00:00Z`), new Date(`${range.to}T00:00:00Z`));
  // Servers and browsers of different ages disagree about which thin space surrounds the dash, and whether any does.
  return text.replace(/[\u2009\u202f]/g, ' ').replace(/\s*~\s*/, ' ~ ');
}

const CLOCK: Intl.DateTimeFormatOptions = {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
};

/** The wall clock of a zone, to the second: `14:03:10`. */
export function formatTime(at: Instant, locale: string, zone: string): string {
  return dateFormat(locale, { ...CLOCK, timeZone: zone }).format(new Date(at));
}

/** Date and wall clock of a zone, to the second. */
export function formatDateTime(at: Instant, locale: string, zone: string): string {
  return dateFormat(locale, { ...DAY_STYLES.medium, ...CLOCK, timeZone: zone }).format(new Date(at));
}

/** How the zone is called there and then: `GMT+9`. Shown once a page, beside the first time. */
export function formatZone(zone: string, at: Date, locale: string): string {
  const parts = dateFormat(locale, { timeZone: zone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

function unit(value: number, name: string, locale: string): string {
  return numberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
}

// Making an Intl format costs about a hundred times as much as using it, and tables use thousands.
const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n ${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known instanceof Intl.NumberFormat) return known;
  const made = new Intl.NumberFormat(locale, options);
  formats.set(key, made);
  return made;
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d ${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known instanceof Intl.DateTimeFormat) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}
