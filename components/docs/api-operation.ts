export type JsonSchema = Record<string, unknown>;

export type ApiParameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: JsonSchema;
  example?: unknown;
};

/** An operation of the API document, as its page shows it. */
export type ApiOperation = {
  id: string;
  tag: string;
  method: string;
  /** `/api/v1/ads/{id}`. */
  path: string;
  summary: string;
  description: string;
  open: boolean;
  parameters: ApiParameter[];
  body: { mediaType: string; schema: JsonSchema; example: unknown; required: boolean } | null;
  answer: { status: string; mediaType: string | null; schema: JsonSchema | null; example: unknown };
  refusals: { status: string; description: string }[];
};
