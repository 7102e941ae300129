import { type ChildProcess, fork } from 'node:child_process';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';

export type Answer = { status: number; text: string } | { lost: true };

type Server = { child: ChildProcess; port: number; agent: Agent };

/** Several server processes on the database of this test; any of them can be killed at any moment. */
export class JoinServers {
  private servers: Server[] = [];

  static async start(size: number): Promise<JoinServers> {
    const made = new JoinServers();
    made.servers = await Promise.all(Array.from({ length: size }, startServer));
    return made;
  }

  get size(): number {
    return this.servers.length;
  }

  /** Lost when the server died before it answered. */
  post(which: number, path: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
    const server = this.servers[which % this.size];
    if (!server) return Promise.resolve({ lost: true });
    return new Promise((resolve) => {
      const options = { port: server.port, path, method: 'POST', agent: server.agent };
      const outgoing = request(
        { ...options, headers: { ...headers, 'content-type': 'application/json' } },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (chunk) => {
            text += chunk;
          });
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
          answer.on('error', () => resolve({ lost: true }));
        },
      );
      outgoing.on('error', () => resolve({ lost: true }));
      outgoing.end(JSON.stringify(body));
    });
  }

  async kill(which: number): Promise<void> {
    const child = this.servers[which]?.child;
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child?.kill('SIGKILL');
    await ended;
  }

  stop(): void {
    for (const { child, agent } of this.servers) {
      child.kill('SIGKILL');
      agent.destroy();
    }
  }
}

function startServer(): Promise<Server> {
  const script = fileURLToPath(new URL('./join-server.ts', import.meta.url));
  const child = fork(script, { execArgv: ['--import', 'tsx'], env: { ...process.env, DATABASE_POOL_SIZE: '5' } });
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  return new Promise((resolve, reject) => {
    child.once('message', (port) => resolve({ child, port: Number(port), agent }));
    child.once('exit', (code) => reject(new Error(`a server ended with ${code}`)));
  });
}
