import { doorsIn } from '@/lib/http/doors-in';
import { openApiOf } from '@/lib/http/open-api';
import { options, route } from '@/lib/http/route';
import { env } from '@/lib/platform/env';
import { DOORS } from './doors';

let document: ReturnType<typeof openApiOf> | undefined;

export const OPTIONS = options;

export const GET = route({
  summary: 'This document.',
  scope: null,
  crossOrigin: true,
  handle: async () => {
    document ??= openApiOf(doorsIn(DOORS), env().BOXOFFICE_URL ?? `http://localhost:${env().PORT}`);
    return document;
  },
});
