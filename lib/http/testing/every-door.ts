import * as DOORS from '@/app/api/openapi.json/doors';
import { doorsIn } from '../doors-in';
import type { Door } from '../open-api';
import type { Handler } from '../route';

export type OpenDoor = Door & { title: string; handler: Handler };

/** Every operation of the API with the function that answers it, such as `GET /api/v1/ads/[id]`. */
export const everyDoor = (): OpenDoor[] =>
  doorsIn(DOORS).map((door) => ({
    ...door,
    title: `${door.method} ${door.path}`,
    handler: handlerAt(door),
  }));

function handlerAt({ method, path }: Door): Handler {
  const modules: Record<string, object> = DOORS;
  return Reflect.get(modules[path] ?? {}, method);
}
