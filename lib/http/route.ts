import type { Span } from '@opentelemetry/api';
import { z } from 'zod';
import type { Actor } from '@/lib/accounts/actor';
import type { Scope } from '@/lib/accounts/scopes';
import { onBehalfOf } from '@/lib/platform/caller';
import { now } from '@/lib/platform/clock';
import type { FirstAnswer } from '@/lib/platform/first-answer';
import { inSpan } from '@/lib/platform/tracing';
import { authorize } from './actor';
import { answerOnce, firstAnswerOf } from './answer-once';
import { parseAs, parseJson, queryPointer, readText } from './body';
import { corsHeaders, preflight } from './cors';
import { takeToken } from './limit';
import { type Asker, observeRequest } from './observe-request';
import { problemResponse } from './problem';
import { requestIdOf } from './request-id';

const MIB = 1024 * 1024;
const nothing = z.unknown();

/** What a door declares about itself. The OpenAPI document is made from the same declarations. */
export type Declaration<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  /** One sentence for the API document. */
  summary: string;
  /** Needed scope, or several of which one is enough; null is open to everybody; 'signed-in' wants a session of any role. */
  scope: Scope | readonly [Scope, ...Scope[]] | 'signed-in' | null;
  params?: P;
  query?: Q;
  /** Shape of a JSON body. Leave out for none, or when `handle` reads `request` itself. */
  body?: B;
  bodyLimitBytes?: number;
  response?: z.ZodType;
  status?: number;
  /** The API document's shape of a body that `handle` judges by itself, such as a list whose items are answered one by one. */
  bodyShape?: z.ZodType;
  /** Media types of a body that is no JSON, and of such an answer. */
  consumes?: string;
  produces?: string;
  /** A call that works, for the API document; without one it is made from the shapes. A test makes it. */
  example?: (now: Date) => Example;
  /** An empty body counts as none sent. */
  emptyBody?: boolean;
  /** Honours `Idempotency-Key`: `handle` keeps its answer under `firstAnswer`, in its own transaction. */
  idempotent?: boolean;
  /** A GET that writes something down, which a link on another site may not do in somebody's name. */
  writes?: true;
  /** Callable from other origins, and the publishable key may come as `?key=`. */
  crossOrigin?: boolean;
  handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<unknown>;
};

export type Call<P, Q, B> = {
  actor: Actor;
  params: P;
  query: Q;
  body: B;
  request: Request;
  requestId: string;
  now: Date;
  /** Where the answer is to be kept, when the request came with an `Idempotency-Key`. */
  firstAnswer: FirstAnswer | null;
};

export type Example = { params?: Record<string, string>; query?: Record<string, string>; body?: unknown };

/** What a door says about itself, without what it does. */
export type Declared = Omit<Declaration<z.ZodType, z.ZodType, z.ZodType>, 'handle'>;

type Context = { params: Promise<Record<string, string | string[] | undefined>> };
export type Handler = ((request: Request, context?: Context) => Promise<Response>) & { declaration: Declared };

/** A web-standard handler that does in one place what every door needs: request id, actor, scope, limit, shapes, problems. */
export function route<
  P extends z.ZodType = z.ZodUnknown,
  Q extends z.ZodType = z.ZodUnknown,
  B extends z.ZodType = z.ZodUnknown,
>(declaration: Declaration<P, Q, B>): Handler {
  const answer = async (
    request: Request,
    context: Context | undefined,
    asker: Asker,
    headers: Record<string, string>,
  ): Promise<Response> => {
    const actor = await authorize(request, declaration);
    asker.actor = actor.kind;
    await takeToken(request, actor);
    const json = declaration.body ? await readBody(request, declaration) : undefined;
    const call = {
      actor,
      params: parseAs(declaration.params ?? nothing, await context?.params, queryPointer) as z.output<P>,
      query: (declaration.query
        ? parseAs(declaration.query, queryOf(request), queryPointer)
        : undefined) as z.output<Q>,
      body: (declaration.body ? parseAs(declaration.body, json) : undefined) as z.output<B>,
      request,
      requestId: asker.requestId,
      now: now(),
      firstAnswer: declaration.idempotent ? firstAnswerOf(request, actor, json) : null,
    };
    const handle = () => declaration.handle(call);
    // What only reads may end half-way; what writes is finished whoever still listens.
    const work = async () => {
      const result = await (request.method === 'GET' ? onBehalfOf(request, handle) : handle());
      return responseOf(result, declaration.status ?? 200, headers);
    };
    return call.firstAnswer ? withHeaders(await answerOnce(call.firstAnswer, call, work), headers) : work();
  };
  const respond = async (request: Request, context?: Context, span?: Span): Promise<Response> => {
    const requestId = requestIdOf(request);
    const asker: Asker = { requestId, actor: 'nobody' };
    const observe = observeRequest(request, asker);
    const headers = headersOfAny(request, requestId, declaration);
    const response = await answer(request, context, asker, headers).catch((error) =>
      refusal(request, error, requestId, headers),
    );
    observe(response, await context?.params, span);
    return response;
  };
  const handler = (request: Request, context?: Context) =>
    inSpan(request.method, (span) => respond(request, context, span), request.headers);
  return Object.assign(handler, { declaration });
}

/** What every answer of a door says, a refusal too. */
function headersOfAny(request: Request, requestId: string, { crossOrigin }: Declared): Record<string, string> {
  return {
    'x-request-id': requestId,
    'x-content-type-options': 'nosniff',
    ...(crossOrigin && corsHeaders(request)),
  };
}

/** Nobody reads the answer to a reader who has gone, and nothing is wrong with us; 499 is for the figures. */
function refusal(request: Request, error: unknown, requestId: string, headers: Record<string, string>): Response {
  const unwanted = request.method === 'GET' && request.signal.aborted;
  return unwanted ? new Response(null, { status: 499 }) : problemResponse(error, requestId, headers);
}

/** The OPTIONS twin of a `crossOrigin` door. */
export const options = async (request: Request): Promise<Response> => preflight(request);

async function readBody(request: Request, { bodyLimitBytes = MIB, emptyBody = false }: BodyRules): Promise<unknown> {
  const text = await readText(request, bodyLimitBytes);
  return emptyBody && text === '' ? undefined : parseJson(text);
}

type BodyRules = { bodyLimitBytes?: number; emptyBody?: boolean };

/** One value a name, the first one; the schema says which names it knows. */
function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries([...new URL(request.url).searchParams].reverse());
}

/** Headers go in as a plain object: one that Response has to read and write again costs more than judging an event. */
function responseOf(result: unknown, status: number, headers: Record<string, string>): Response {
  if (result instanceof Response) return withHeaders(result, headers);
  if (result === undefined) return new Response(null, { status: 204, headers });
  return new Response(JSON.stringify(result), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  });
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
