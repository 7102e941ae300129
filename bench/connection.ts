import { connect, type Socket } from 'node:net';

export type Sent = { method: string; url: URL; headers: Record<string, string>; body: string };

const FAILED = 599;

/** One kept connection that asks and waits, asks and waits: an HTTP client that takes as little of the machine as may be. */
export class Connection {
  private socket: Socket | undefined;
  private held: Buffer = Buffer.alloc(0);
  private answered: (status: number) => void = () => {};

  /** The status of the answer once all of it is here; 599 when the connection broke. */
  ask(sent: Sent): Promise<number> {
    return new Promise((resolve) => {
      this.answered = resolve;
      this.socket ??= this.open(sent.url);
      this.socket.write(textOf(sent));
    });
  }

  close(): void {
    this.socket?.destroy();
    this.socket = undefined;
  }

  private open({ hostname, port }: URL): Socket {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    socket.on('data', (chunk: Buffer) => {
      this.held = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
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
    this.held = Buffer.alloc(0);
    const { answered } = this;
    this.answered = () => {};
    answered(status);
  }
}

function textOf({ method, url, headers, body }: Sent): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = body === '' ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
  return `${method} ${url.pathname}${url.search} HTTP/1.1\r\nhost: ${url.host}\r\n${lines.join('')}${length}\r\n${body}`;
}

const CHUNKS_END = Buffer.from('0\r\n\r\n');

/** Null while some of the answer is missing. */
function statusOfWhole(answer: Buffer): number | null {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = answer.toString('latin1', 0, end);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  const whole =
    length === undefined && /\r\ntransfer-encoding: *chunked/i.test(head)
      ? answer.subarray(-CHUNKS_END.length).equals(CHUNKS_END)
      : answer.length >= end + 4 + Number(length ?? 0);
  return whole ? Number(head.slice(9, 12)) : null;
}
