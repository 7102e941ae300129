import { type ChildProcess, spawn } from 'node:child_process';

/** One process of the built app, which can be killed and started again on the same port. */
export type AppServer = {
  port: number;
  start: () => Promise<void>;
  /** As the end of a machine: no request is finished. */
  kill: () => Promise<void>;
  stop: () => Promise<void>;
};

/** The server of this port with these settings, not started yet. */
export function appServer(port: number, settings: Record<string, string>): AppServer {
  let app: ChildProcess | null = null;
  const end = async (signal: NodeJS.Signals) => {
    const ending = app;
    app = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await gone;
  };
  const start = () => {
    app = startApp(port, settings);
    return listening(app, port);
  };
  return { port, start, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

function startApp(port: number, settings: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
    env: { ...process.env, ...settings, NODE_ENV: 'production', PORT: String(port) },
    // By the channel it says that it listens, and learns of our end; Ctrl-C is ours to pass on.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
}

function listening(app: ChildProcess, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    app.once('message', () => resolve());
    app.once('error', reject);
    app.once('exit', (code) => reject(new Error(`the server on port ${port} ended (${code}); is the app built?`)));
  });
}
