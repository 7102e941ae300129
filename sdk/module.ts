import { type Boxoffice, type BoxofficeOptions, createBoxoffice as create } from './create-boxoffice';
import type { Environment } from './environment';

/** Entry of /sdk.mjs: sends to the server that the module came from. */
export function createBoxoffice(options: BoxofficeOptions, changes?: Partial<Environment>): Boxoffice {
  const home = new URL('/api/v1/events', import.meta.url).href;
  return create({ ...options, endpoint: options.endpoint ?? home }, changes);
}
