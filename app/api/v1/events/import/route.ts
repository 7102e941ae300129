import { importEvents } from '@/lib/events/import-events';
import { ImportReceipt, MAX_IMPORT_BYTES } from '@/lib/events/schema';
import { afterResponse } from '@/lib/http/after-response';
import { readText } from '@/lib/http/body';
import { route } from '@/lib/http/route';

const DAY = 86_400_000;
const CLICK = { id: '7b1d8a52-3a0e-4a57-8c6d-52f5a7f6b0aa', type: 'click', contentId: 1, viewerId: 'member-42' };

export const POST = route({
  summary:
    'Takes events of any past day as JSON lines, up to 10,000 lines and 8 MiB; what did not count is answered by its line.',
  scope: 'events:import',
  consumes: 'application/x-ndjson',
  example: (now) => ({ body: JSON.stringify({ ...CLICK, at: new Date(now.getTime() - DAY).toISOString() }) }),
  response: ImportReceipt,
  handle: async ({ request, ...call }) => {
    const receipt = await importEvents({ text: await readText(request, MAX_IMPORT_BYTES), ...call });
    afterResponse();
    return receipt;
  },
});
