import { memberInSight } from '@/lib/accounts/member-in-sight';
import { route } from '@/lib/http/route';
import { exportMember } from '@/lib/privacy/export-member';
import { MemberExport, MemberInPath } from '@/lib/privacy/schema';

export const GET = route({
  summary: 'Everything that is kept about a member, as one JSON file.',
  scope: 'members:read',
  params: MemberInPath,
  response: MemberExport,
  handle: async ({ params, actor, now }) => {
    const parts = exportMember({ memberId: memberInSight(actor, params.id), now });
    return new Response(streamOf(parts), {
      headers: {
        'content-type': 'application/json',
        'content-disposition': 'attachment; filename="member.json"',
        'cache-control': 'no-store',
      },
    });
  },
});

/** Whoever stops reading ends the export. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await parts.return(undefined);
    },
  });
}
