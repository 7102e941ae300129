import { createInterface } from 'node:readline';
import { closePools } from '@/lib/platform/database';
import type { EventSource } from '../name-viewers';
import { recordEvents } from '../record-events';

type Order = { number: number; events: unknown[]; source: EventSource; now: string };

// A server process of the property test: takes batches as JSON lines and answers each when it is recorded.
for await (const line of createInterface({ input: process.stdin })) {
  const { number, events, source, now }: Order = JSON.parse(line);
  recordEvents(events, source, new Date(now)).then(
    (receipt) => process.stdout.write(`${JSON.stringify({ number, receipt })}\n`),
    (error) => process.stdout.write(`${JSON.stringify({ number, error: String(error) })}\n`),
  );
}
await closePools();
