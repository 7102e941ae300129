/** A page cannot see its own address; `proxy.ts` writes path and query into this header of the request. */
export const PATH_HEADER = 'x-boxoffice-path';
