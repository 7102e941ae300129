import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { enterDatabase } from '../database';
import { openGate } from './gate';
import { OwnPostgres } from './own-postgres';
import { disturb, openTrial, type Row } from './trial';

const nothing = async () => {};

/** Postgres killed and started again, and its connections used up by somebody else. */
export async function databaseFaults(): Promise<Row[]> {
  const postgres = await OwnPostgres.start(['-c', 'max_connections=60']);
  await enterDatabase(postgres.url);
  const trial = await openTrial({});
  const restart = async () => {
    await sleep(1500);
    await postgres.startAgain();
  };
  const hog: pg.Client[] = [];
  const letGo = () => Promise.all(hog.splice(0).map((client) => client.end()));
  try {
    return [
      await disturb(trial, {
        fault: 'Postgres killed and restarted',
        cause: () => postgres.kill(),
        meanwhile: restart,
        heal: nothing,
        requests: 600,
      }),
      await disturb(trial, {
        fault: 'Postgres out of connections',
        cause: () => takeConnections(postgres.url, hog),
        heal: letGo,
      }),
    ];
  } finally {
    await letGo();
    await trial.server.kill();
    await postgres.stop();
  }
}

/** The primary goes without a word, and its address leads to its standby, before and after that is promoted. */
export async function failover(): Promise<Row[]> {
  const primary = await OwnPostgres.start();
  const standby = await OwnPostgres.standbyOf(primary);
  const gate = await openGate(primary.place.port);
  const url = new URL(primary.url);
  url.port = String(gate.port);
  await enterDatabase(url.href);
  await demandBoth(primary.url);
  const trial = await openTrial({});
  const takeOver = async () => {
    await sleep(2000);
    gate.pointTo(standby.place.port);
    await sleep(1000);
    await once(standby.url, 'select pg_promote()');
    await once(standby.url, 'alter system reset synchronous_standby_names', 'select pg_reload_conf()');
  };
  const vanish = async () => {
    gate.freeze();
    await primary.kill();
  };
  try {
    return [
      await disturb(trial, {
        fault: 'Postgres failing over to its standby',
        cause: vanish,
        meanwhile: takeOver,
        heal: async () => gate.cut(),
        requests: 400,
      }),
    ];
  } finally {
    await trial.server.kill();
    gate.stop();
    await standby.stop();
    await primary.stop();
  }
}

/** A commit is answered when the standby has it too: what was acknowledged is there after the failover. */
async function demandBoth(url: string): Promise<void> {
  await once(url, `alter system set synchronous_standby_names = '*'`, 'select pg_reload_conf()');
}

/** Every connection there is, after the app's own were ended. */
async function takeConnections(url: string, hog: pg.Client[]): Promise<void> {
  await once(url, `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'boxoffice%'`);
  for (let refused = 0; refused < 20; ) {
    const client = new pg.Client({ connectionString: url, application_name: 'hog' });
    client.on('error', () => {});
    await client.connect().then(
      () => hog.push(client),
      () => {
        refused += 1;
        return sleep(50);
      },
    );
  }
}

/** Statements on a connection of their own. */
async function once(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
