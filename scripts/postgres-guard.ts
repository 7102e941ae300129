import { type ChildProcess, spawn } from 'node:child_process';

const WATCH = `
cat > /dev/null
kill -INT "$1" 2> /dev/null
[ -n "$2" ] || exit 0
tries=0
while kill -0 "$1" 2> /dev/null && [ "$tries" -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
rm -rf "$2"
`;

/**
 * Ends a Postgres when this process dies without having done it itself, by SIGKILL say, and removes what was to be
 * thrown away: a shell waits for the end of a pipe whose other end only we hold. Windows has no such shell.
 */
export function guardPostgres(pid: number, throwAway = ''): { release: () => void } {
  if (process.platform === 'win32') return { release: () => {} };
  const guard: ChildProcess = spawn('sh', ['-c', WATCH, 'boxoffice-guard', String(pid), throwAway], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // In a session of its own Ctrl-C reaches it no sooner than us.
    detached: true,
    cwd: '/',
  });
  guard.on('error', () => {});
  guard.unref();
  return { release: () => guard.kill('SIGKILL') };
}
