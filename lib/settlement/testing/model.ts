import { priceOf, type Tariff, wonOf } from '../rules';

/** A day of the model is a plain number; `forDay` is the closed day that an adjustment corrects, else the day itself. */
export type ModelLine = {
  day: number;
  forDay: number;
  views: { before: bigint; after: bigint; tenths: bigint; won: bigint };
  adViews: { before: bigint; after: bigint; tenths: bigint; won: bigint };
};

export type ModelCounts = { views: bigint; adViews: bigint };
type Side = keyof ModelCounts;

const ZERO: ModelCounts = { views: 0n, adViews: 0n };
const SIDES: [Side, keyof Tariff][] = [
  ['views', 'video'],
  ['adViews', 'ad'],
];

/**
 * Settlement of one video, as plainly as the rules say it (rules 3 to 5): what counted on each day, which days are
 * closed, and the lines that follow. Late events and voids only change `counts`; the lines say the rest.
 */
export class ModelVideo {
  readonly counts = new Map<number, ModelCounts>();
  private readonly closed: ModelLine[] = [];
  private closedUpTo = -1;

  constructor(
    private readonly opening: ModelCounts,
    private readonly tariffOf: (day: number) => Tariff,
  ) {}

  /** More events counted on this day, or fewer after a void; never fewer than none. */
  change(day: number, by: ModelCounts): void {
    const known = this.counts.get(day) ?? ZERO;
    const changed = (side: Side) => (known[side] + by[side] < 0n ? 0n : known[side] + by[side]);
    this.counts.set(day, { views: changed('views'), adViews: changed('adViews') });
  }

  /** Closes the oldest open day with the lines it has now. */
  closeNext(): void {
    const day = this.closedUpTo + 1;
    this.closed.push(...this.drafts(day).filter((line) => line.day === day));
    this.closedUpTo = day;
  }

  /** Closed lines as they are, and drafts of the open days up to `lastDay`. */
  lines(lastDay: number): ModelLine[] {
    return [...this.closed, ...this.drafts(lastDay)];
  }

  /** Each open day in order: its own counts first, then, in the first of them, what closed days are owed. */
  private drafts(lastDay: number): ModelLine[] {
    const first = this.closedUpTo + 1;
    const reached = { views: this.reached('views'), adViews: this.reached('adViews') };
    const drafts: ModelLine[] = [];
    for (let day = first; day <= lastDay; day++) {
      this.append(drafts, reached, day, day, this.counts.get(day) ?? ZERO);
      if (day > first) continue;
      for (const owed of this.owedDays()) this.append(drafts, reached, day, owed.day, owed.counts);
    }
    return drafts;
  }

  /** Closed days whose counts are no longer what was paid for them. */
  private owedDays(): { day: number; counts: ModelCounts }[] {
    const days = [...this.counts.keys()].filter((day) => day <= this.closedUpTo).sort((a, b) => a - b);
    return days.map((day) => ({ day, counts: { views: this.owed(day, 'views'), adViews: this.owed(day, 'adViews') } }));
  }

  private owed(day: number, side: Side): bigint {
    const paid = this.closed.filter((line) => line.forDay === day).map((line) => line[side].after - line[side].before);
    return (this.counts.get(day) ?? ZERO)[side] - paid.reduce((sum, n) => sum + n, 0n);
  }

  private reached(side: Side): bigint {
    return this.closed.reduce((sum, line) => sum + line[side].after - line[side].before, this.opening[side]);
  }

  private append(drafts: ModelLine[], reached: ModelCounts, day: number, forDay: number, more: ModelCounts): void {
    if (more.views === 0n && more.adViews === 0n) return;
    const tariff = this.tariffOf(forDay);
    const [views, adViews] = SIDES.map(([side, part]) => {
      const before = reached[side];
      reached[side] += more[side];
      const tenths = priceOf(tariff[part], before, reached[side]);
      return { before, after: reached[side], tenths, won: wonOf(tenths) };
    });
    if (views && adViews) drafts.push({ day, forDay, views, adViews });
  }
}
