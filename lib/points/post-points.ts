import { z } from 'zod';
import { CircuitBreaker } from '@/lib/platform/circuit-breaker';
import { env } from '@/lib/platform/env';
import { FailsForGood } from '@/lib/platform/fails-for-good';
import { singleton } from '@/lib/platform/singleton';
import type { Promised } from './store';

/** What the API may say beside its status: which reference it credited, and that it had done so before. */
const Said = z.object({ reference: z.string().optional(), duplicate: z.boolean().optional() });
type Said = z.infer<typeof Said>;

/** 408 took too long, 409 is at it, 425 too early, 429 too many: the same request may pass later. */
const PASSING = [408, 409, 425, 429];

/**
 * Asks the external point API to credit a promise under its reference as `Idempotency-Key`. Resolves when the API says
 * that it is credited, now or before. Rejects otherwise: with `FailsForGood` for what the API will never take, with
 * `CircuitOpen` without asking while the API is down.
 */
export async function postPoints(promised: Promised): Promise<void> {
  await circuit().run(
    () => post(promised),
    (error) => !(error instanceof FailsForGood),
  );
}

/** One for each API, so that settings that were put right are not held up by the wrong ones. */
const circuit = () =>
  singleton(
    `point-api:${env().POINTS_API_URL}`,
    () => new CircuitBreaker({ name: 'The point API', failuresToOpen: 10, openMilliseconds: 2000 }),
  );

async function post({ memberId, reference, amount }: Promised): Promise<void> {
  const { POINTS_API_URL = '', POINTS_API_KEY: key, POINTS_API_TIMEOUT_MILLISECONDS: timeout } = env();
  const headers = { 'content-type': 'application/json', 'idempotency-key': reference };
  const answer = await fetch(POINTS_API_URL, {
    method: 'POST',
    headers: key === undefined ? headers : { ...headers, authorization: `Bearer ${key}` },
    body: JSON.stringify({ memberId, points: amount, reference }),
    // Followed, a redirect would turn the request into a GET, and its answer into a credit that never was.
    redirect: 'manual',
    signal: AbortSignal.timeout(timeout),
  })
    .then(async (response) => ({ status: response.status, text: await response.text() }))
    .catch((error: unknown) => {
      throw new Error(`The point API did not answer: ${reasonOf(error, timeout)}`, { cause: error });
    });
  judge(answer, reference);
}

function judge({ status, text }: { status: number; text: string }, reference: string): void {
  const said = saidIn(text);
  // A server that answers a request twice would have the second answer taken for that of the next one.
  if (said.reference !== undefined && said.reference !== reference)
    throw new Error(`The point API answered ${reference} with what belongs to ${said.reference.slice(0, 100)}.`);
  if ((status >= 200 && status < 300) || (status === 409 && said.duplicate)) return;
  const message = `The point API answered ${status}: ${text.slice(0, 300)}`;
  throw status < 500 && !PASSING.includes(status) ? new FailsForGood(message) : new Error(message);
}

function saidIn(text: string): Said {
  try {
    return Said.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}

function reasonOf(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `nothing came within ${timeout} ms`;
  return error.cause instanceof Error ? error.cause.message : error.message;
}
