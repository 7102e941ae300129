import { importEvents } from '@/lib/events/import-events';
import { ImportReceipt, MAX_IMPORT_BYTES } from '@/lib/events/schema';
import { afterResponse } from '@/lib/http/after-response';
import { readText } from '@/lib/http/body';
import { route } from '@/lib/http/route';

export const POST = route({
  summary:
    'Takes events of any past day as JSON lines, up to 10,000 lines and 8 MiB; what did not count is answered by its line.',
  scope: 'events:import',
  response: ImportReceipt,
  handle: async ({ request, ...call }) => {
    const receipt = await importEvents({ text: await readText(request, MAX_IMPORT_BYTES), ...call });
    afterResponse();
    return receipt;
  },
});
