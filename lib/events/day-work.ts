import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';
import type { ContentRange } from './content-range';

/** What was made of a range: how much of it changed, its checksum and sums, which add up over ranges, and milliseconds per step. */
export type RangeWork = {
  changed: number;
  checksum: string;
  totals: Record<string, number>;
  steps: Record<string, number>;
};

/**
 * What a run of a day makes of its figures. `basis` tells all that it rests on besides them: work that a crashed run
 * finished under the same basis stands.
 */
export type DayWork = {
  basis: string;
  tariffVersion: number | null;
  linesBefore: string | null;
  /** In the transaction that has just judged the range. */
  doRange: (client: pg.ClientBase, range: ContentRange) => Promise<RangeWork>;
  /** What stands for the range now, to be compared with what its work said. */
  checksumOf: (client: pg.ClientBase, range: ContentRange) => Promise<string>;
  /** In the transaction of the run, when every range is done. */
  finish: (client: pg.ClientBase, ranges: RangeWork[]) => Promise<{ linesAfter: string | null; linesChanged: number }>;
};

/** Called when the run holds the day and the order of days, in its transaction. */
export type Afterwards = (client: pg.ClientBase, day: Day) => Promise<DayWork>;
