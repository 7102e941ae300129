import pg from 'pg';

/** Says so to whoever still waits for an answer that nobody wants any more. */
export class CallerGone extends Error {
  override readonly name = 'CallerGone';
}

type Connected = Parameters<pg.Pool['connect']>[0];

/** A pool whose statements end in the database when the one on whose behalf they run has gone. */
export class CallerPool extends pg.Pool {
  constructor(
    private readonly settings: pg.PoolConfig,
    private readonly callerSignal: () => AbortSignal | undefined,
  ) {
    super(settings);
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    const signal = this.callerSignal();
    if (!callback) return signal ? this.connectFor(signal) : super.connect();
    if (!signal) {
      super.connect(callback);
      return undefined;
    }
    this.connectFor(signal).then(
      (client) => callback(undefined, client, client.release),
      (error: Error) => callback(error, undefined, () => {}),
    );
    return undefined;
  }

  private async connectFor(signal: AbortSignal): Promise<pg.PoolClient> {
    if (signal.aborted) throw new CallerGone('the caller has gone');
    const client = await super.connect();
    let cancelled = false;
    const cancel = () => {
      cancelled = true;
      cancelStatement(this.settings, client);
    };
    const release = client.release.bind(client);
    client.release = (broken) => {
      signal.removeEventListener('abort', cancel);
      // The cancel may still be on its way, and must not meet the next user's statement.
      release(broken || cancelled);
    };
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    return client;
  }
}

/** Should it fail, the statement's own limit is left. */
function cancelStatement(settings: pg.PoolConfig, client: pg.PoolClient): void {
  if (!('processID' in client)) return;
  const messenger = new pg.Client(settings);
  messenger.on('error', () => {});
  messenger
    .connect()
    .then(() => messenger.query('select pg_cancel_backend($1)', [client.processID]))
    .catch((error) => console.warn(`postgres: a statement could not be cancelled (${error.message})`))
    .finally(() => messenger.end().catch(() => {}));
}
