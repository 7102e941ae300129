export type KeptCopy<T> = { read: () => T | null; write: (value: T) => void; forget: () => void };

/** What is typed and nowhere else yet, kept over reloads and errors under a name of its own, in this tab unless said otherwise. */
export function keptCopy<T>(name: string, parse: (kept: unknown) => T | null, where = tab): KeptCopy<T> {
  const key = `boxoffice ${name}`;
  return {
    read: () =>
      quietly(() => {
        const text = where().getItem(key);
        return text === null ? null : parse(JSON.parse(text));
      }),
    write: (value) => void quietly(() => where().setItem(key, JSON.stringify(value))),
    forget: () => void quietly(() => where().removeItem(key)),
  };
}

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const tab = (): Place => sessionStorage;

/** A browser without storage still has the form itself. */
function quietly<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
