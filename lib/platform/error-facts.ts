type ErrorFacts = { name: string; message: string; code?: string; stack?: string[]; cause?: ErrorFacts };

const MOST_CHARACTERS = 300;
const DEEPEST = 4;

/** What the log tells of an error: kind, message, code and where, but no value that somebody sent (Drizzle's messages end in them, Postgres quotes them). */
export function errorFacts(error: unknown, depth = 0): ErrorFacts {
  if (!(error instanceof Error)) return { name: typeof error, message: withoutValues(String(error)) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const stack = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .map((line) => line.trim());
  const cause = error.cause !== undefined && depth < DEEPEST ? errorFacts(error.cause, depth + 1) : undefined;
  return {
    name: error.name,
    message: withoutValues(error.message),
    ...(code !== undefined && { code }),
    ...(stack && { stack: stack.slice(0, 12) }),
    ...(cause && { cause }),
  };
}

const withoutValues = (message: string) =>
  message
    .replace(/\nparams:.*/s, '')
    .replace(/: "[^"]*"$/, '')
    .replace(/[^\s<>"'()]+@[^\s<>"'()]+/g, '…') // of a mailbox, or of a database with its password
    .slice(0, MOST_CHARACTERS);
