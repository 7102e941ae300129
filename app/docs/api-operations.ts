import { cache } from 'react';
import { apiDocument } from '@/app/api/openapi.json/api-document';
import type { ApiOperation } from '@/components/docs/api-operation';
import type { Content, Operation } from '@/lib/http/open-api-operation';
import { now } from '@/lib/platform/clock';

/** Every operation of the API document, group by group. */
export const apiOperations = cache((): ApiOperation[] =>
  Object.entries(apiDocument(now()).paths)
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, one]) => shown(method, path, one)))
    .sort((a, b) => a.tag.localeCompare(b.tag) || a.path.localeCompare(b.path)),
);

/** Where the API answers, such as `https://boxoffice.example.com`. */
export const apiServer = () => apiDocument(now()).servers[0]?.url ?? '';

function shown(method: string, path: string, operation: Operation): ApiOperation {
  const { operationId, tags, summary, description, security, parameters, requestBody, responses } = operation;
  const [status = '204', answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
  const body = requestBody && { ...only(requestBody.content), required: requestBody.required };
  return {
    id: operationId,
    tag: tags[0] ?? '',
    method: method.toUpperCase(),
    path,
    summary,
    description,
    open: security.length === 0,
    parameters,
    body: body?.mediaType && body.schema ? { ...body, mediaType: body.mediaType, schema: body.schema } : null,
    answer: { status, ...only(answer?.content) },
    refusals: Object.entries(responses)
      .filter(([code]) => /^[45]/.test(code))
      .map(([code, refusal]) => ({ status: code, description: refusal.description })),
  };
}

function only(content: Content = {}) {
  const [mediaType = null, media] = Object.entries(content)[0] ?? [];
  return { mediaType, schema: media?.schema ?? null, example: media?.example };
}
