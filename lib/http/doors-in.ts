import type { Door } from './open-api';
import type { Declared } from './route';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** The doors of route modules by their path; what declares nothing, such as the twin for OPTIONS, is none. */
export function doorsIn(modules: Record<string, object>): Door[] {
  return Object.entries(modules).flatMap(([path, module]) =>
    Object.entries(module)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, handler]) => ({ method, path, declaration: declarationOf(handler) })),
  );
}

function declarationOf(handler: { declaration?: Declared }): Declared {
  if (!handler.declaration) throw new Error('a door without a declaration: make it with route()');
  return handler.declaration;
}
