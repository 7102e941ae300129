import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { stopwatch } from '@/lib/platform/clock';

export type Answer = {
  /** 0 when none came. */
  status: number;
  code: string | null;
  retryAfterSeconds: number | null;
  json: unknown;
  tookMilliseconds: number;
};

export type DoorServer = {
  address: string;
  ask: (
    method: 'GET' | 'POST',
    path: string,
    sent?: { body?: string; headers?: Record<string, string> },
  ) => Promise<Answer>;
  shiftClock: (milliseconds: number) => Promise<void>;
  kill: () => Promise<void>;
};

/** Starts a server process of the trials with these settings beside those of this process. */
export async function startDoorServer(settings: Record<string, string> = {}): Promise<DoorServer> {
  const script = fileURLToPath(new URL('./door-server.ts', import.meta.url));
  const child = fork(script, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', process.env.FAULTS_LOUD ? 'inherit' : 'ignore', 'ipc'],
  });
  const [port] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the server of the trial ended'))),
  ]);
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    ask: (method, path, sent) => ask(new URL(path, address), { method, ...sent }),
    shiftClock: async (milliseconds) => {
      child.send(milliseconds);
      await once(child, 'message');
    },
    kill: () => killed(child),
  };
}

/** Long enough for whatever the server itself bounds. */
const PATIENCE_MILLISECONDS = 60_000;

async function ask(url: URL, request: RequestInit): Promise<Answer> {
  const took = stopwatch();
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    const text = await response.text();
    const json: unknown = text === '' ? null : JSON.parse(text);
    const retryAfter = response.headers.get('retry-after');
    return {
      status: response.status,
      code: codeOf(json),
      retryAfterSeconds: retryAfter === null ? null : Number(retryAfter),
      json,
      tookMilliseconds: took(),
    };
  } catch {
    return { status: 0, code: null, retryAfterSeconds: null, json: null, tookMilliseconds: took() };
  }
}

function codeOf(json: unknown): string | null {
  return typeof json === 'object' && json !== null && 'code' in json ? String(json.code) : null;
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
