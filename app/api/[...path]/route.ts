import { httpErrors } from '@/lib/http/errors';
import { problemResponse } from '@/lib/http/problem';
import { requestIdOf } from '@/lib/http/request-id';

/** Whatever is no door of the API: a problem for programs, not the page that people get. */
async function answer(request: Request): Promise<Response> {
  return problemResponse(httpErrors.noSuchDoor(), requestIdOf(request));
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
