import { hashCommands } from './commands-hash';
import { keyCommands } from './commands-key';
import { stringCommands } from './commands-string';
import { sha1 } from './script';
import type { Store } from './store';
import { findTwin, type Reply } from './twins';

/** `arity` is the fewest arguments, and the most when it has two numbers. */
export type Command = { arity: readonly [number, number?]; run: (store: Store, args: string[]) => Reply };

/** What the in-process store understands. A command that the product begins to use is added here and to the contract test. */
const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ ...keyCommands, ...stringCommands, ...hashCommands, ...scriptCommands() }),
);

/** Runs one command as Redis would. Throws an Error with the text that Redis gives. */
export function runCommand(store: Store, [name = '', ...args]: string[]): Reply {
  const command = COMMANDS.get(name.toLowerCase());
  if (!command) throw new Error(`ERR unknown command '${name}' (the in-process store has ${[...COMMANDS.keys()]})`);
  const [fewest, most = args.length] = command.arity;
  if (args.length < fewest || args.length > most)
    throw new Error(`ERR wrong number of arguments for '${name.toLowerCase()}' command`);
  return command.run(store, args);
}

function scriptCommands(): Record<string, Command> {
  const run = (store: Store, sha: string, unknown: string, [count = '', ...rest]: string[]) => {
    const twin = findTwin(sha);
    if (!twin) throw new Error(unknown);
    return twin(store, rest.slice(0, Number(count)), rest.slice(Number(count)));
  };
  return {
    evalsha: {
      arity: [2],
      run: (store, [sha = '', ...rest]) => run(store, sha, 'NOSCRIPT No matching script. Please use EVAL.', rest),
    },
    eval: {
      arity: [2],
      run: (store, [lua = '', ...rest]) => run(store, sha1(lua), 'ERR this script has no twin (see twins.ts)', rest),
    },
  };
}
