import { Temporal } from 'temporal-polyfill';

/** A calendar date `YYYY-MM-DD`, of the business time zone unless said otherwise. */
export type Day = string & { readonly __brand: 'Day' };

export type Grain = 'day' | 'week' | 'month';

/** Days from and to, both included. */
export type DayRange = { from: Day; to: Day };

/** Reads a date from 1900 to 9999 that exists in the calendar; null for anything else, such as `2026-02-30`. */
export function parseDay(text: string): Day | null {
  // The days before year 1, which a period around its first day touches, are none to Postgres.
  if (!/^(19|[2-9]\d)\d{2}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as Day;
  } catch {
    return null;
  }
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString() as Day;
}

/** Days from `from` until `to`; 0 for the same day, negative when `to` is earlier. */
export function daysUntil(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

/** Every day of the range, oldest first. */
export function daysOf({ from, to }: DayRange): Day[] {
  const days: Day[] = [];
  // Dates without a zone, so each has the 24 hours of UTC; a range of years is asked for in one request.
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10) as Day);
  return days;
}

/** 1 is Monday and 7 is Sunday, as in ISO 8601. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** The whole day, the week from Monday to Sunday, or the calendar month that holds `day`. */
export function periodOf(grain: Grain, day: Day): DayRange {
  if (grain === 'day') return { from: day, to: day };
  const date = Temporal.PlainDate.from(day);
  if (grain === 'week') {
    const monday = addDays(day, 1 - date.dayOfWeek);
    return { from: monday, to: addDays(monday, 6) };
  }
  const first = date.with({ day: 1 });
  return { from: first.toString() as Day, to: date.with({ day: date.daysInMonth }).toString() as Day };
}

/** First days of the periods that the range touches, oldest first. */
export function periodStartsOf(grain: Grain, range: DayRange): Day[] {
  const starts: Day[] = [];
  for (let start = periodOf(grain, range.from).from; start <= range.to; ) {
    starts.push(start);
    start = addDays(periodOf(grain, start).to, 1);
  }
  return starts;
}

/** The range of the same length just before, moved back further until its weekdays line up (a whole number of weeks). */
export function previousRange({ from, to }: DayRange): DayRange {
  const length = daysUntil(from, to) + 1;
  const shift = Math.ceil(length / 7) * 7;
  return { from: addDays(from, -shift), to: addDays(to, -shift) };
}

/** Where business days begin and end. All instants are JavaScript dates; days are half-open [start, next start). */
export type Calendar = {
  zone: string;
  dayOf(at: Date): Day;
  startOf(day: Day): Date;
  endOf(day: Day): Date;
  /** When the wall clock of that day shows `HH:MM`; in an hour that a clock change skips or repeats, the later or the first one. */
  at(day: Day, clock: string): Date;
  /** 0-23 as the wall clock says; an hour that a clock change repeats is one. */
  hourOf(at: Date): number;
};

/** The calendar of an IANA zone. Throws a RangeError when the zone is unknown. */
export function calendarOf(zone: string): Calendar {
  const zoned = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  zoned(new Date(0));
  const startOf = (day: Day) =>
    new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).epochMilliseconds);
  const at = (day: Day, clock: string) =>
    new Date(
      Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(clock) })
        .epochMilliseconds,
    );
  const bounds = { from: 0, until: 0, day: '' as Day };
  const dayOf = (at: Date): Day => {
    const ms = at.getTime();
    if (ms >= bounds.from && ms < bounds.until) return bounds.day;
    const day = zoned(at).toPlainDate().toString() as Day;
    Object.assign(bounds, { from: startOf(day).getTime(), until: startOf(addDays(day, 1)).getTime(), day });
    return day;
  };
  return { zone, dayOf, startOf, endOf: (day) => startOf(addDays(day, 1)), at, hourOf: (at) => zoned(at).hour };
}
