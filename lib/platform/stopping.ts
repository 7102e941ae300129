import { singleton } from './singleton';

/** Aborted when this process is asked to end: what would go on for long, such as an open stream, ends then. */
export const stopping = (): AbortController => singleton('stopping', () => new AbortController());
