import type { useTranslations } from 'next-intl';
import { z } from 'zod';
import type { ComboboxOption } from '@/components/ui/combobox';
import type { AdVideo, AdVideoUpdate } from '@/lib/streaming/ad-video-schema';

const typed = z.string().catch('');
const Typed = z.object({
  title: typed,
  url: typed,
  durationSeconds: typed,
  active: z.boolean().catch(true),
  owner: z.object({ value: z.string(), label: z.string() }).nullable().catch(null),
});

/** The form of an ad video as typed: the length is a text until it is sent. */
export type AdVideoFields = {
  title: string;
  url: string;
  durationSeconds: string;
  active: boolean;
  owner: ComboboxOption | null;
};

/** What a kept copy holds, as far as it is of this form; the rest is empty. */
export function fieldsOfCopy(kept: unknown): AdVideoFields {
  return Typed.parse(typeof kept === 'object' && kept !== null ? kept : {});
}

export function fieldsOfAdVideo({ title, url, durationSeconds, active }: AdVideo): AdVideoFields {
  return { title, url, durationSeconds: String(durationSeconds), active, owner: null };
}

/** What a form that keeps the rules says, in the shape of the API. */
export function wantedOf({ title, url, durationSeconds, active }: AdVideoFields) {
  return { title: title.trim(), url: url.trim(), durationSeconds: Number(durationSeconds), active };
}

/** What is to be changed of what was shown. */
export function changesOf(shown: AdVideoFields, fields: AdVideoFields): AdVideoUpdate {
  const before = wantedOf(shown);
  const after = wantedOf(fields);
  return {
    ...(after.title !== before.title && { title: after.title }),
    ...(after.url !== before.url && { url: after.url }),
    ...(after.durationSeconds !== before.durationSeconds && { durationSeconds: after.durationSeconds }),
    ...(after.active !== before.active && { active: after.active }),
  };
}

type Say = ReturnType<typeof useTranslations<'streaming.ads'>>;

/** What can be said of the form before it is sent, in the reader's words; the server has the last word. */
export function adVideoRule(t: Say) {
  const whole = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : 0);
  return z.object({
    title: z.string().trim().min(1, t('wrong.title')).max(200, t('wrong.title')),
    url: z.string().refine((text) => isVideoAddress(text.trim()), t('wrong.url')),
    durationSeconds: z.string().refine((text) => whole(text) >= 1 && whole(text) <= 3600, t('wrong.seconds')),
    active: z.boolean(),
    owner: z.custom<AdVideoFields['owner']>(),
  });
}

/** What can be tried in the preview, too. */
export function isVideoAddress(text: string): boolean {
  return /^\/assets\/[\w.-]+$/.test(text) || (URL.canParse(text) && new URL(text).protocol === 'https:');
}
