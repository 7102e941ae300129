import { ListQuery } from '@/lib/accounts/schema';
import { createDraft } from '@/lib/ads/create-draft';
import { listDrafts } from '@/lib/ads/queries/list-drafts';
import { draftOwnerOf } from '@/lib/ads/rules';
import { AdDraft, AdDraftList, DraftCreate } from '@/lib/ads/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: "A person's own drafts of ads, newest first; a key sees everybody's.",
  scope: 'ads:write',
  query: ListQuery,
  response: AdDraftList,
  handle: ({ query, actor }) => listDrafts({ query, ownerId: draftOwnerOf(actor) }),
});

export const POST = route({
  summary: "Keeps an ad's form as typed, however incomplete. A key names the person in `ownerId`.",
  scope: 'ads:write',
  body: DraftCreate,
  bodyLimitBytes: 128 * 1024,
  response: AdDraft,
  status: 201,
  handle: ({ body, actor, now }) => createDraft({ wanted: body, actor, now }),
});
