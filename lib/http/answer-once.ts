import { createHash } from 'node:crypto';
import type { Actor } from '@/lib/accounts/actor';
import { DomainError } from '@/lib/kernel/error';
import { db } from '@/lib/platform/database';
import {
  type FirstAnswer,
  findAnswer,
  isAnsweredMeanwhile,
  type KeptAnswer,
  keepAnswer,
} from '@/lib/platform/first-answer';
import { httpErrors } from './errors';
import { problemResponse, statusOf } from './problem';

/** The name of a request's first answer; null without an `Idempotency-Key`. Errors: platform/idempotency-key-too-long. */
export function firstAnswerOf(request: Request, actor: Actor, body: unknown): FirstAnswer | null {
  const key = request.headers.get('idempotency-key');
  if (key === null) return null;
  if (!/^[\x20-\x7e]{1,255}$/.test(key)) throw httpErrors.idempotencyKeyTooLong();
  const { pathname } = new URL(request.url);
  const requestHash = createHash('sha256')
    .update(JSON.stringify([request.method, pathname, body ?? null]))
    .digest('base64url');
  return { actor: `${actor.kind}:${actor.id}`, key, requestHash };
}

/**
 * Answers a request as the first one with its key was answered. `work` keeps its own success, in the transaction of
 * what it does; refusals are kept here, and trouble of ours is not. Errors: platform/idempotency-key-reused.
 */
export async function answerOnce(
  first: FirstAnswer,
  { requestId, now }: { requestId: string; now: Date },
  work: () => Promise<Response>,
): Promise<Response> {
  const kept = await findAnswer(db(), first);
  if (kept) return replay(kept, first);
  try {
    return await work();
  } catch (error) {
    if (!isAnsweredMeanwhile(error)) {
      if (!isFinal(error)) throw error;
      const problem = problemResponse(error, requestId);
      const answer = { status: problem.status, body: await problem.clone().text(), now };
      if (await keepAnswer(db(), first, answer)) return problem;
    }
    const other = await findAnswer(db(), first);
    if (other) return replay(other, first);
    throw error;
  }
}

/** A refusal that would be the same again; a limit or an outage is not. */
function isFinal(error: unknown): boolean {
  return error instanceof DomainError && statusOf(error) < 500 && statusOf(error) !== 429;
}

function replay({ requestHash, status, body }: KeptAnswer, first: FirstAnswer): Response {
  if (requestHash !== first.requestHash) throw httpErrors.idempotencyKeyReused();
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  // Read and written again, so that it is the same bytes as the first time, whoever wrote it down.
  const text = JSON.stringify(JSON.parse(body));
  return new Response(text, {
    status,
    headers: { 'content-type': type, 'cache-control': 'no-store', 'idempotent-replayed': 'true' },
  });
}
