import { IdInPath, ViewerTokenSecret } from '@/lib/accounts/schema';
import { showViewerTokenSecret } from '@/lib/accounts/show-viewer-token-secret';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: "The secret with which the platform's server signs viewer tokens for a publishable key; looking is audited.",
  scope: 'keys:write', // who has it can speak for any member
  params: IdInPath,
  response: ViewerTokenSecret,
  handle: async ({ params, ...by }) => ({
    viewerTokenSecret: await showViewerTokenSecret({ keyId: params.id, ...by }),
  }),
});
