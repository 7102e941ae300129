import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { EventSource } from '../name-viewers';
import type { Receipt } from '../schema';

export type Batch = { events: unknown[]; source: EventSource; now: string };
type Answer = { receipt: Receipt } | { lost: true };

/** Several server processes that record batches, one of which can be killed at any moment. */
export class WorkerPool {
  killed = 0;
  #workers: Worker[];

  constructor(size: number, settings: Record<string, string>) {
    this.#workers = Array.from({ length: size }, () => new Worker(settings));
  }

  /** Sends a batch to one of the processes; a batch whose process dies is lost as far as the sender can tell. */
  record(worker: number, batch: Batch): Promise<Answer> {
    return (this.#workers[worker % this.#workers.length] as Worker).record(batch);
  }

  async killOne(worker: number): Promise<void> {
    this.killed += 1;
    await (this.#workers[worker % this.#workers.length] as Worker).killAndRestart();
  }

  stop(): void {
    for (const worker of this.#workers) worker.stop();
  }
}

class Worker {
  #process: ChildProcess;
  #waiting = new Map<number, (answer: Answer) => void>();
  #number = 0;

  constructor(readonly settings: Record<string, string>) {
    this.#process = this.#start();
  }

  #start(): ChildProcess {
    const path = fileURLToPath(new URL('./record-worker.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', path], {
      env: { ...process.env, ...this.settings },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin?.on('error', () => {}); // written to a process that was just killed
    child.once('exit', () => this.#lose()); // whoever ended it: the sender hears nothing more
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const { number, receipt } = JSON.parse(line);
      this.#waiting.get(number)?.(receipt ? { receipt } : { lost: true });
      this.#waiting.delete(number);
    });
    return child;
  }

  record(batch: Batch): Promise<Answer> {
    const number = ++this.#number;
    return new Promise((resolve) => {
      this.#waiting.set(number, resolve);
      this.#process.stdin?.write(`${JSON.stringify({ number, ...batch })}\n`);
    });
  }

  async killAndRestart(): Promise<void> {
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    await gone;
    this.#process = this.#start();
  }

  #lose(): void {
    for (const answer of this.#waiting.values()) answer({ lost: true });
    this.#waiting.clear();
  }

  stop(): void {
    this.#process.kill('SIGKILL');
  }
}
