import { settleDay } from '@/lib/events/settle-day';
import type { Day } from '@/lib/kernel/day';
import { priceDay } from '../price-day';

/** A process of its own for tests that kill it: settles the day of its argument. */
await settleDay(process.argv[2] as Day, new Date(process.argv[3] ?? ''), priceDay).catch((error) => {
  process.stdout.write(`${error.code ?? error}`);
  process.exit(1);
});
process.exit(0);
