import type { ApiOperation } from './api-operation';

export type SampleCall = { method: string; url: string; mediaType: string | null; body: string | null; open: boolean };

/** What is typed into an operation: its parameters by name, and the text of its body. */
export type Filled = { values: Record<string, string>; body: string };

/** The operation with its examples filled in. */
export function filledWithExamples({ parameters, body }: ApiOperation): Filled {
  const given = parameters.filter(({ example }) => example !== undefined);
  return {
    values: Object.fromEntries(given.map(({ name, example }) => [name, String(example)])),
    body: textOf(body?.example),
  };
}

/** The call of an operation on a server; what is left empty is left out. */
export function sampleCall(operation: ApiOperation, server: string, { values, body }: Filled): SampleCall {
  const filled = operation.parameters.filter(({ name }) => values[name]);
  const path = filled
    .filter((parameter) => parameter.in === 'path')
    .reduce((text, { name }) => text.replace(`{${name}}`, encodeURIComponent(values[name] ?? '')), operation.path);
  const query = new URLSearchParams(
    filled.filter((parameter) => parameter.in === 'query').map(({ name }) => [name, values[name] ?? '']),
  );
  const sent = operation.body && body !== '' ? operation.body.mediaType : null;
  return {
    method: operation.method,
    url: `${server}${path}${query.size > 0 ? `?${query}` : ''}`,
    mediaType: sent,
    body: sent && body,
    open: operation.open,
  };
}

/** As a line for a shell. */
export function asCurl({ method, url, mediaType, body, open }: SampleCall): string {
  const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(url)}`,
    ...(open ? [] : ['-H "Authorization: Bearer $KEY"']),
    ...(mediaType ? [`-H ${quoted(`content-type: ${mediaType.replace('/*', '/png')}`)}`] : []),
    ...bodyOfCurl(mediaType, body).map((data) => `${data.flag} ${quoted(data.text)}`),
  ].join(' \\\n  ');
}

function bodyOfCurl(mediaType: string | null, body: string | null) {
  if (mediaType === null || body === null) return [];
  return [{ flag: isFile(mediaType) ? '--data-binary' : '-d', text: isFile(mediaType) ? '@file' : body }];
}

export const isFile = (mediaType: string) => mediaType.endsWith('/*');

/** As JavaScript for a browser or a server. */
export function asFetch({ method, url, mediaType, body, open }: SampleCall): string {
  const headers = [
    ...(open ? [] : [`authorization: 'Bearer ' + KEY`]),
    ...(mediaType ? [`'content-type': '${mediaType.replace('/*', '/png')}'`] : []),
  ];
  const init = [
    ...(method === 'GET' ? [] : [`  method: '${method}',`]),
    ...(headers.length > 0 ? [`  headers: { ${headers.join(', ')} },`] : []),
    ...(body && mediaType ? [`  body: ${bodyOfFetch(mediaType, body)},`] : []),
  ];
  const options = init.length > 0 ? `, {\n${init.join('\n')}\n}` : '';
  return `const response = await fetch('${url}'${options});\nconsole.log(response.status, await response.text());`;
}

function bodyOfFetch(mediaType: string, body: string): string {
  if (isFile(mediaType)) return 'file';
  return mediaType === 'application/json' ? `JSON.stringify(${body.replaceAll('\n', '\n  ')})` : JSON.stringify(body);
}

const textOf = (example: unknown) =>
  typeof example === 'string' ? example : example === undefined ? '' : JSON.stringify(example, null, 2);
