import './env-file';
import { parseArgs } from 'node:util';
import { ensurePartitions } from '@/lib/events/ensure-partitions';
import { addDays, type Day, parseDay } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { ensureLinePartitions } from '@/lib/settlement/ensure-line-partitions';
import { onDatabase } from './on-database';
import { type SeedVideos, seedVideos } from './seed-videos';

const USAGE = 'Usage: npm run seed -- --videos 100000 [--events 400000] [--day 2026-11-20]';
const EVENTS_A_VIDEO = 4;

/** Makes videos and a past day of events on them, on top of what is there; the run of that day then counts them. */
async function main(): Promise<void> {
  const started = performance.now();
  const seeded = await onDatabase(async () => {
    const wanted = readArguments();
    await ensurePartitions({ from: addDays(wanted.day, -1), to: wanted.day });
    await ensureLinePartitions({ from: wanted.day, to: wanted.day });
    await seedVideos(wanted);
    return wanted;
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  const count = (n: number) => n.toLocaleString('en');
  console.info(`${count(seeded.videos)} videos and ${count(seeded.events)} events on ${seeded.day}, ${seconds} s.`);
  console.info(
    `They are counted and priced when ${seeded.day} is run: on the page of the day, or by the next daily run.`,
  );
}

function readArguments(): SeedVideos {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { videos: text, events: text, day: text } });
  const videos = countOf('videos', values.videos);
  const events = values.events === undefined ? videos * EVENTS_A_VIDEO : countOf('events', values.events);
  return { videos, events, day: dayOf(values.day) };
}

function countOf(name: string, text = ''): number {
  const count = Number(text.replaceAll(/[_,]/g, ''));
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`--${name} is a whole number above 0\n${USAGE}`);
  return count;
}

function dayOf(text: string | undefined): Day {
  const today = calendar().dayOf(new Date());
  if (text === undefined) return addDays(today, -1);
  const day = parseDay(text);
  if (!day || day >= today) throw new Error(`--day is a past day, as YYYY-MM-DD\n${USAGE}`);
  return day;
}

await main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
