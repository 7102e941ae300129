import { type AdFields, fieldsOfDraft } from './ad-fields';

/** What is typed and nowhere else yet, kept in this tab over reloads and errors; `name` tells whose and of what. */
export function keptCopy(name: string) {
  const key = `boxoffice ad ${name}`;
  return {
    read(): AdFields | null {
      try {
        const text = sessionStorage.getItem(key);
        return text === null ? null : fieldsOfDraft(JSON.parse(text));
      } catch {
        return null;
      }
    },
    write: (fields: AdFields) => quietly(() => sessionStorage.setItem(key, JSON.stringify(fields))),
    forget: () => quietly(() => sessionStorage.removeItem(key)),
  };
}

/** A browser without storage still has the form itself. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {}
}
