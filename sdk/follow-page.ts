import type { Environment } from './environment';
import type { Outbox } from './outbox';
import type { Sender } from './sender';

const KEEP_ALIVE_MILLISECONDS = 30_000;

/** Ties the outbox to the life of the page, which may also sleep in the browser's memory and come back. */
export function followPage({ listen, after }: Environment, outbox: Outbox, sender: Sender): () => void {
  let stopTimer = () => {};
  const keepAlive = () => {
    outbox.keepAlive();
    sender.wake();
    stopTimer = after(KEEP_ALIVE_MILLISECONDS, keepAlive);
  };
  const open = () => {
    if (outbox.isOpen) return;
    outbox.open();
    keepAlive();
  };
  const close = () => {
    stopTimer();
    sender.rest();
    outbox.close();
  };
  const endings = [
    listen('pageshow', open),
    listen('online', () => sender.recover()),
    // Often the last that a phone lets a page know; the page still lives, so the answer can be read.
    listen('visibilitychange', () => sender.flush()),
    listen('pagehide', () => {
      sender.leave();
      close();
    }),
    close,
  ];
  open();
  return () => {
    for (const end of endings) end();
  };
}
