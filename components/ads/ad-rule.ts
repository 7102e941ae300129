import type { useTranslations } from 'next-intl';
import { z } from 'zod';
import { CONDITION_KINDS } from '@/lib/ads/rules';
import { parseDay } from '@/lib/kernel/day';
import { type AdFields, type ConditionFields, wholeOf } from './ad-fields';

type Say = ReturnType<typeof useTranslations<'ads'>>;

/** What can be said of the form before it is sent, in the reader's words; the server has the last word. */
export function adRule(t: Say, used: number) {
  const whole = (from: number, to: number, message: string) =>
    z.string().refine((text) => wholeOf(text) >= from && wholeOf(text) <= to, message);
  const day = (message: string) => z.string().refine((text) => parseDay(text) !== null, message);
  return z
    .object({
      name: z.string().trim().min(1, t('wrong.nameNeeded')).max(100, t('wrong.nameLong')),
      text: z.string().trim().min(1, t('wrong.textNeeded')).max(2000, t('wrong.textLong')),
      imageUrl: z.string().refine((text) => isPicture(text.trim()), t('wrong.image')),
      rewardPoints: whole(0, 1_000_000, t('wrong.reward')),
      places: whole(1, 1_000_000_000, t('wrong.places')).refine(
        (text) => !(wholeOf(text) < used),
        t('wrong.placesBelowUsed', { used }),
      ),
      startDay: day(t('wrong.startNeeded')),
      startTime: z.string(),
      endDay: day(t('wrong.endNeeded')),
      endTime: z.string(),
      conditions: conditionsRule(t),
      owner: z.custom<AdFields['owner']>(),
    })
    .refine((fields) => fields.startDay === '' || fields.endDay === '' || startOf(fields) < endOf(fields), {
      path: ['endDay'],
      message: t('wrong.reversed'),
    });
}

function conditionsRule(t: Say) {
  const one = z.custom<ConditionFields>().superRefine(({ kind, count, ad }, context) => {
    const parts = CONDITION_KINDS.find((candidate) => candidate.kind === kind)?.parts ?? [];
    const n = wholeOf(count);
    if (parts.includes('count') && !(n >= 1 && n <= 1000))
      context.addIssue({ code: 'custom', path: ['count'], message: t('wrong.count') });
    if (parts.includes('adId') && ad === null)
      context.addIssue({ code: 'custom', path: ['ad'], message: t('wrong.adNeeded') });
  });
  return z
    .array(one)
    .max(10, t('wrong.tooMany'))
    .refine((list) => list.length < 2 || !list.some(({ kind }) => kind === 'first-time'), t('wrong.firstTimeAlone'));
}

/** An upload's address is a path of this server, unless pictures are served from elsewhere. */
function isPicture(text: string): boolean {
  return text === '' || text.startsWith('/assets/') || (/^https?:\/\//i.test(text) && URL.canParse(text));
}

// Days and clocks as people write them stand in the order of time.
const startOf = ({ startDay, startTime }: AdFields) => `${startDay} ${startTime || '00:00'}`;
const endOf = ({ endDay, endTime }: AdFields) => `${endDay} ${endTime || '24:00'}`;
