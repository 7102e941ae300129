import { doorsIn } from '@/lib/http/doors-in';
import { openApiOf } from '@/lib/http/open-api';
import { env } from '@/lib/platform/env';
import * as DOORS from './doors';

const KEPT_MILLISECONDS = 600_000;

let kept: { at: number; document: ReturnType<typeof openApiOf> } | undefined;

/** The document of every door; the times of its examples are at most ten minutes old, so that they are taken as sent. */
export function apiDocument(now: Date) {
  const at = now.getTime();
  if (!kept || Math.abs(at - kept.at) > KEPT_MILLISECONDS) {
    const server = env().BOXOFFICE_URL ?? `http://localhost:${env().PORT}`;
    kept = { at, document: openApiOf(doorsIn(DOORS), server, now) };
  }
  return kept.document;
}
