import type { z } from 'zod';
import type { DomainError } from '@/lib/kernel/error';
import { httpErrors } from './errors';
import { isDeeperThan } from './json-depth';

/** No door needs more than five levels; whatever walks a value may trust that its stack holds. */
const MAX_DEPTH = 32;

/** Reads at most `limit` bytes of a body as text; a larger one is refused without reading on. */
export async function readText(request: Request, limit: number): Promise<string> {
  return (await readBytes(request, limit, () => httpErrors.tooLarge(limit))).toString('utf8');
}

/** Reads at most `limit` bytes of a body; a larger one is refused without reading on. */
export async function readBytes(
  request: Request,
  limit: number,
  tooLarge: () => DomainError,
): Promise<Buffer<ArrayBuffer>> {
  const announced = request.headers.get('content-length');
  if (Number(announced ?? 0) > limit) throw tooLarge();
  // No more comes than was announced, and read whole it costs a fraction of a stream.
  const whole =
    announced === null ? await gatherChunks(request, limit, tooLarge) : Buffer.from(await request.arrayBuffer());
  if (whole.byteLength > limit) throw tooLarge();
  return whole;
}

async function gatherChunks(
  request: Request,
  limit: number,
  tooLarge: () => DomainError,
): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export async function readJson(request: Request, limit: number): Promise<unknown> {
  return parseJson(await readText(request, limit));
}

/** Throws platform/malformed-json, and platform/too-deep for what is nested beyond sense. */
export function parseJson(text: string): unknown {
  if (isDeeperThan(text, MAX_DEPTH)) throw httpErrors.tooDeep(MAX_DEPTH);
  try {
    return JSON.parse(text);
  } catch (error) {
    const where = error instanceof Error ? error.message : 'unreadable';
    throw httpErrors.malformedJson(where);
  }
}

/** The value in its schema's shape. Throws `platform/invalid` (422) with one entry for each wrong field. */
export function parseAs<S extends z.ZodType>(schema: S, value: unknown, pointerOf = bodyPointer): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw httpErrors.invalid(
    parsed.error.issues.map((issue) => ({ pointer: pointerOf(issue.path), message: issue.message })),
  );
}

export const bodyPointer = (path: readonly PropertyKey[]) => path.map((part) => `/${String(part)}`).join('');
export const queryPointer = (path: readonly PropertyKey[]) => `?${path.map(String).join('.')}`;
