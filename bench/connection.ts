import { connect, type Socket } from 'node:net';

/** `origin` as in `http://127.0.0.1:3000`; `head` is the lines of headers that are the same each time. */
export type Sent = { method: string; origin: string; path: string; head: string; body: string };

const FAILED = 599;

/** One kept connection that asks and waits, asks and waits: an HTTP client that takes as little of the machine as may be. */
export class Connection {
  private socket: Socket | undefined;
  // A character a byte, so that lengths are those of the answer.
  private held = '';
  private answered: (status: number) => void = () => {};

  /** The status of the answer once all of it is here; 599 when the connection broke. */
  ask(sent: Sent): Promise<number> {
    return new Promise((resolve) => {
      this.answered = resolve;
      this.socket ??= this.open(new URL(sent.origin));
      this.socket.write(textOf(sent));
    });
  }

  close(): void {
    this.socket?.destroy();
    this.socket = undefined;
  }

  private open({ hostname, port }: URL): Socket {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true }).setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      this.held += chunk;
      const status = statusOfWhole(this.held);
      if (status !== null) this.end(status);
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      if (this.socket === socket) this.socket = undefined;
      this.end(FAILED);
    });
    return socket;
  }

  private end(status: number): void {
    this.held = '';
    const { answered } = this;
    this.answered = () => {};
    answered(status);
  }
}

/** Header lines of every request to an origin. */
export const headOf = (headers: Record<string, string>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');

function textOf({ method, origin, path, head, body }: Sent): string {
  const host = origin.slice(origin.indexOf('//') + 2);
  const length = body === '' ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
  return `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n${head}${length}\r\n${body}`;
}

/** Null while some of the answer is missing. */
function statusOfWhole(answer: string): number | null {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = answer.slice(0, end);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  const whole =
    length === undefined && /\r\ntransfer-encoding: *chunked/i.test(head)
      ? answer.endsWith('0\r\n\r\n')
      : answer.length >= end + 4 + Number(length ?? 0);
  return whole ? Number(head.slice(9, 12)) : null;
}
