import { deleteDraft } from '@/lib/ads/delete-draft';
import { getDraft } from '@/lib/ads/queries/get-draft';
import { draftOwnerOf } from '@/lib/ads/rules';
import { saveDraft } from '@/lib/ads/save-draft';
import { AdDraft, AdPath, DraftSave } from '@/lib/ads/schema';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';

export const GET = route({
  summary: 'One draft of an ad.',
  scope: 'ads:write',
  params: AdPath,
  response: AdDraft,
  handle: ({ params, actor }) => getDraft({ id: idOf(params.id), ownerId: draftOwnerOf(actor) }),
});

export const PUT = route({
  summary: 'Puts what is typed now in place of what was.',
  scope: 'ads:write',
  params: AdPath,
  body: DraftSave,
  bodyLimitBytes: 128 * 1024,
  response: AdDraft,
  handle: ({ params, body, actor, now }) => saveDraft({ id: idOf(params.id), fields: body.fields, actor, now }),
});

export const DELETE = route({
  summary: 'Throws a draft away.',
  scope: 'ads:write',
  params: AdPath,
  status: 204,
  handle: ({ params, actor }) => deleteDraft({ id: idOf(params.id), actor }),
});
