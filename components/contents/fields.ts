import type { Content, ContentCreate, ContentUpdate } from '@/lib/content/schema';
import type { ContentFields } from './content-form';

export const EMPTY: ContentFields = {
  title: '',
  kind: 'video',
  minutes: '',
  seconds: '0',
  externalId: '',
  creator: null,
  openingViews: '0',
  openingAdViews: '0',
};

export function fieldsOf(content: Content): ContentFields {
  const { durationSeconds, creatorId, creatorName } = content;
  return {
    title: content.title,
    kind: content.kind,
    minutes: durationSeconds === null ? '' : String(Math.floor(durationSeconds / 60)),
    seconds: durationSeconds === null ? '0' : String(durationSeconds % 60),
    externalId: content.externalId ?? '',
    creator: creatorId === null ? null : { value: String(creatorId), label: creatorName ?? `#${creatorId}` },
    openingViews: String(content.openingViews),
    openingAdViews: String(content.openingAdViews),
  };
}

/** What a form says, in the shape of the API. */
export function wantedOf(fields: ContentFields): ContentCreate {
  return {
    title: fields.title.trim(),
    kind: fields.kind,
    durationSeconds: fields.kind === 'video' ? Number(fields.minutes) * 60 + Number(fields.seconds) : null,
    externalId: fields.externalId === '' ? null : fields.externalId,
    creatorId: fields.creator === null ? null : Number(fields.creator.value),
    openingViews: Number(fields.openingViews),
    openingAdViews: Number(fields.openingAdViews),
  };
}

/** Only what was changed since it was shown, so that saving undoes nobody else's change of the rest. */
export function changesOf(shown: ContentFields, fields: ContentFields): ContentUpdate {
  const before = wantedOf(shown);
  const { kind: _, durationSeconds, ...after } = wantedOf(fields);
  const changed = Object.entries(after).filter(([name, value]) => value !== before[name as keyof ContentCreate]);
  const otherLength = typeof durationSeconds === 'number' && durationSeconds !== before.durationSeconds;
  return { ...Object.fromEntries(changed), ...(otherLength && { durationSeconds }) };
}
