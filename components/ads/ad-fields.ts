import { z } from 'zod';
import type { ComboboxOption } from '@/components/ui/combobox';
import { CONDITION_KINDS, type ConditionKind } from '@/lib/ads/rules';
import type { Ad, AdCreate, AdUpdate } from '@/lib/ads/schema';
import { addDays, calendarOf, parseDay } from '@/lib/kernel/day';
import { formatTime } from '@/lib/kernel/format';

const typed = z.string().catch('');
const choice = z.object({ value: z.string(), label: z.string() }).nullable().catch(null);
const kind = z.enum(CONDITION_KINDS.map((one) => one.kind));

/** The form of an ad as typed: figures and days are texts until they are sent. A draft of any age fits into it. */
const Typed = z.object({
  name: typed,
  text: typed,
  imageUrl: typed,
  rewardPoints: typed,
  places: typed,
  startDay: typed,
  startTime: typed,
  endDay: typed,
  endTime: typed,
  conditions: z.array(z.object({ kind, count: typed, ad: choice })).catch([]),
  owner: choice,
});

export type ConditionFields = { kind: ConditionKind; count: string; ad: ComboboxOption | null };
export type AdFields = {
  name: string;
  text: string;
  imageUrl: string;
  rewardPoints: string;
  places: string;
  startDay: string;
  /** `HH:MM`; empty is the first moment of the day. */
  startTime: string;
  endDay: string;
  /** `HH:MM`; empty is the end of the day. */
  endTime: string;
  conditions: ConditionFields[];
  owner: ComboboxOption | null;
};

/** What a draft holds, as far as it is of this form; the rest is empty. */
export function fieldsOfDraft(saved: unknown): AdFields {
  return Typed.parse(typeof saved === 'object' && saved !== null ? saved : {});
}

export function fieldsOfAd(ad: Ad, zone: string): AdFields {
  const { dayOf, startOf } = calendarOf(zone);
  const clock = (at: Date) => formatTime(at, 'en-GB', zone).slice(0, 5);
  const starts = new Date(ad.startsAt);
  const ends = new Date(ad.endsAt);
  const startDay = dayOf(starts);
  const endDay = dayOf(ends);
  const wholeStart = startOf(startDay).getTime() === starts.getTime();
  const wholeEnd = startOf(endDay).getTime() === ends.getTime();
  return {
    name: ad.name,
    text: ad.text,
    imageUrl: ad.imageUrl ?? '',
    rewardPoints: String(ad.rewardPoints),
    places: String(ad.places),
    startDay,
    startTime: wholeStart ? '' : clock(starts),
    endDay: wholeEnd ? addDays(endDay, -1) : endDay,
    endTime: wholeEnd ? '' : clock(ends),
    conditions: ad.eligibility.map((condition) => ({
      kind: condition.kind,
      count: 'count' in condition ? String(condition.count) : '',
      ad: 'adId' in condition ? { value: String(condition.adId), label: `#${condition.adId}` } : null,
    })),
    owner: null,
  };
}

/** What a form that keeps the rules says, in the shape of the API. */
export function wantedOf(fields: AdFields, zone: string) {
  return {
    name: fields.name.trim(),
    text: fields.text.trim(),
    imageUrl: fields.imageUrl.trim() || null,
    rewardPoints: wholeOf(fields.rewardPoints),
    places: wholeOf(fields.places),
    startsAt: momentOf(fields.startDay, fields.startTime, zone),
    endsAt: momentOf(fields.endDay, fields.endTime, zone),
    eligibility: fields.conditions.map(conditionOf),
  } satisfies AdUpdate;
}

/** Only what was changed since it was shown, so that saving undoes nobody else's change of the rest. */
export function changesOf(shown: AdFields, fields: AdFields, zone: string): AdUpdate {
  const before: Record<string, unknown> = wantedOf(shown, zone);
  const after = Object.entries(wantedOf(fields, zone));
  return Object.fromEntries(after.filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));
}

/** A whole number as people write it, `1,000` or `1000`; NaN for anything else. */
export function wholeOf(text: string): number {
  const digits = text.trim().replaceAll(',', '');
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
}

/** A day alone is sent as the day: what its first or last moment is, the server knows. */
function momentOf(day: string, clock: string, zone: string): string {
  const parsed = parseDay(day);
  return parsed && clock !== '' ? calendarOf(zone).at(parsed, clock).toISOString() : day;
}

function conditionOf({ kind, count, ad }: ConditionFields): AdCreate['eligibility'][number] {
  switch (kind) {
    case 'first-time':
      return { kind };
    case 'participations-at-least':
      return { kind, count: wholeOf(count) };
    case 'joined':
      return { kind, adId: Number(ad?.value) };
  }
}
