import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A letter that the server took: its headers by lower-case name, and its bytes as text. */
export type Taken = { to: string[]; messageId: string; raw: string };
export type Mood = 'takes' | 'refuses' | 'hangs-up' | 'no-such-mailbox';

/** A real SMTP server on loopback that can refuse for a while, or hang up once it has a letter. */
export class MailServer {
  mood: Mood = 'takes';
  readonly taken: Taken[] = [];
  /** Letters that it has whole and never said so. */
  readonly hungUpOn: Taken[] = [];
  private constructor(
    private readonly server: SMTPServer,
    readonly url: string,
  ) {}

  static async start(): Promise<MailServer> {
    const holder: { made?: MailServer } = {};
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onConnect: (_session, done) => done(refusalIn(holder.made?.mood === 'refuses', 421, 'Down for a while')),
      onRcptTo: (_address, _session, done) =>
        done(refusalIn(holder.made?.mood === 'no-such-mailbox', 550, 'No such mailbox')),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const letter = letterOf(
            Buffer.concat(chunks).toString('utf8'),
            session.envelope.rcptTo.map(({ address }) => address),
          );
          if (holder.made?.mood !== 'hangs-up') {
            holder.made?.taken.push(letter);
            done();
            return;
          }
          holder.made.hungUpOn.push(letter);
          for (const connection of server.connections) connection.close();
        });
      },
    });
    server.on('error', () => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    holder.made = new MailServer(server, `smtp://127.0.0.1:${port}`);
    return holder.made;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

function refusalIn(refuses: boolean, responseCode: number, text: string): Error | null {
  return refuses ? Object.assign(new Error(text), { responseCode }) : null;
}

const letterOf = (raw: string, to: string[]): Taken => ({
  to,
  raw,
  messageId: raw.match(/^Message-ID:\s*(\S+)/im)?.[1] ?? '',
});
