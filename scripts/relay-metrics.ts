import cluster from 'node:cluster';
import { joinMetrics, type Measured, measured } from '@/lib/http/metrics-of-each';

/** `wanted` by one process, `asked` of each, `told` by them, `gathered` for the one. */
type Message =
  | { metrics: 'wanted' | 'asked'; id: number }
  | { metrics: 'told'; id: number; one: Measured }
  | { metrics: 'gathered'; id: number; each: Measured[] };

/** Who has not answered by then is left out, such as one that is just starting. */
const PATIENCE_MILLISECONDS = 1000;

/** In the process that holds the group: hands the question of one to all of them, and their answers back. */
export function relayMetrics(): void {
  const told = new Map<number, Measured[]>();
  let asked = 0;
  cluster.on('message', (sender, message: Message) => {
    if (message.metrics === 'told') told.get(message.id)?.push(message.one);
    if (message.metrics !== 'wanted') return;
    const id = ++asked;
    const each: Measured[] = [];
    told.set(id, each);
    const living = Object.values(cluster.workers ?? {}).filter((one) => one?.isConnected());
    for (const one of living) one?.send({ metrics: 'asked', id } satisfies Message);
    const from = Date.now();
    const timer = setInterval(() => {
      if (each.length < living.length && Date.now() - from < PATIENCE_MILLISECONDS) return;
      clearInterval(timer);
      told.delete(id);
      if (sender.isConnected()) sender.send({ metrics: 'gathered', id: message.id, each } satisfies Message);
    }, 10);
  });
}

/** In one process of a group: tells what it measured when asked, and asks for that of all. */
export function tellMetrics(name: string): void {
  const waiting = new Map<number, (each: Measured[]) => void>();
  let asked = 0;
  process.on('message', async (message: Message) => {
    if (message.metrics === 'asked')
      process.send?.({ metrics: 'told', id: message.id, one: await measured() } satisfies Message);
    if (message.metrics !== 'gathered') return;
    waiting.get(message.id)?.(message.each);
    waiting.delete(message.id);
  });
  joinMetrics(name, () => {
    const id = ++asked;
    process.send?.({ metrics: 'wanted', id } satisfies Message);
    return new Promise((resolve) => waiting.set(id, resolve));
  });
}
