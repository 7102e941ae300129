import { DomainError } from '@/lib/kernel/error';
import { MAX_IMPORT_LINES } from './schema';

const field = (pointer: string, message: string) => ({ fields: [{ pointer, message }] });

/** The refusals of contents. */
export const contentErrors = {
  notFound: () =>
    new DomainError(
      'content/not-found',
      'missing',
      'No such content',
      'Check the id; GET /api/v1/contents lists what there is.',
    ),
  externalIdTaken: (externalId: string, id: number) => {
    const detail = `"${externalId}" belongs to content ${id}. Change that one, or send another externalId.`;
    return new DomainError(
      'content/external-id-taken',
      'conflict',
      'This externalId is taken',
      detail,
      field('/externalId', detail),
    );
  },
  notACreator: (creatorId: number) => {
    const detail = `Person ${creatorId} does not exist or has no creator role. An admin grants it on the People page.`;
    return new DomainError(
      'content/not-a-creator',
      'invalid',
      'The owner has to be a creator',
      detail,
      field('/creatorId', detail),
    );
  },
  noDuration: () => {
    const detail = 'An article has no duration; leave it out.';
    return new DomainError(
      'content/no-duration',
      'invalid',
      'Only a video has a duration',
      detail,
      field('/durationSeconds', detail),
    );
  },
  importCount: (lines: number) =>
    new DomainError(
      'content/import-count',
      'invalid',
      `One to ${MAX_IMPORT_LINES.toLocaleString('en')} lines an import`,
      `This one has ${lines.toLocaleString('en')}. Send it in parts; nothing of it was taken.`,
    ),
};
