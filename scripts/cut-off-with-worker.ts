import type { Worker } from 'node:cluster';

/** As node:cluster hands a connection over, and as the worker says that it has it. Not documented: what looks otherwise is left alone. */
type Handover = { act?: unknown; seq?: unknown; ack?: unknown };

/**
 * Cuts off the connections that were on their way to a worker when it died. Node keeps its hold on each until the worker
 * says that it has it, and of a dead one waits for ever, as the client would; so it sees an end and may ask again.
 */
export function cutOffWithWorker({ process: child }: Pick<Worker, 'process'>): void {
  const onTheirWay = new Map<unknown, Closable>();
  child.send = new Proxy(child.send, {
    apply: (send, self, given: [message: Handover, handle?: unknown]) => {
      const [message, handle] = given;
      if (message.act === 'newconn' && isClosable(handle)) onTheirWay.set(message.seq, handle);
      return Reflect.apply(send, self, given);
    },
  });
  child.on('internalMessage', ({ ack }: Handover) => onTheirWay.delete(ack));
  const cutOff = () => {
    for (const handle of onTheirWay.values()) handle.close();
  };
  child.once('exit', () => setTimeout(cutOff, LAST_WORDS_MILLISECONDS).unref());
}

/** What it said before its end may be heard after it: Node gives a connection that it refused to another worker. */
const LAST_WORDS_MILLISECONDS = 1000;

type Closable = { close: () => void };

const isClosable = (handle: unknown): handle is Closable =>
  typeof handle === 'object' && handle !== null && 'close' in handle && typeof handle.close === 'function';
