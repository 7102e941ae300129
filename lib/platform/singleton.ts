/** One instance a process, even when Next loads a module several times (routes, instrumentation, our own server). */
export function singleton<T>(name: string, make: () => T): T {
  const store = globalThis as unknown as { __boxoffice?: Map<string, unknown> };
  store.__boxoffice ??= new Map();
  if (!store.__boxoffice.has(name)) store.__boxoffice.set(name, make());
  return store.__boxoffice.get(name) as T;
}
