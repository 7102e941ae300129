import { importContents } from '@/lib/content/import-contents';
import { Imported, MAX_IMPORT_BYTES } from '@/lib/content/schema';
import { readText } from '@/lib/http/body';
import { route } from '@/lib/http/route';

export const POST = route({
  summary: 'Takes a catalogue as JSON lines, up to 10,000 lines and 8 MiB; each line is answered.',
  scope: 'contents:write',
  consumes: 'application/x-ndjson',
  example: () => ({ body: '{"title":"Autumn festival","kind":"video","durationSeconds":600,"externalId":"v-1"}' }),
  response: Imported,
  handle: async ({ request, ...call }) => importContents({ text: await readText(request, MAX_IMPORT_BYTES), ...call }),
});
