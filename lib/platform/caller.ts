import { AsyncLocalStorage } from 'node:async_hooks';
import { singleton } from './singleton';

type Caller = { readonly signal: AbortSignal };

const callers = () => singleton('callers', () => new AsyncLocalStorage<Caller>());

/** Whatever `work` reads from the read pools ends in the database too once the one who asked has gone. */
export function onBehalfOf<T>(caller: Caller, work: () => T): T {
  return callers().run(caller, work);
}

/** For what a request begins and others share: it goes on when that one has gone. */
export function onBehalfOfAll<T>(work: () => T): T {
  return callers().exit(work);
}

/** Aborts when the one who asked has gone; undefined where nobody in particular did. */
export function callerSignal(): AbortSignal | undefined {
  return callers().getStore()?.signal;
}
