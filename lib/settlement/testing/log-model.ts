/** A view of one video in the model; `at` counts seconds from the first instant of day 0. */
export type ModelView = { id: string; viewer: string; at: number; verdict: Verdict; waits: Waits };
export type Verdict = 'counted' | 'repeat-view' | 'daily-cap' | 'blocked';
/** A verdict stands, is to be judged, or was judged while this day was the first open one. */
type Waits = 'stands' | 'to-judge' | number;
type Block = { viewer: string; from: number };

export const DAY_SECONDS = 86_400;
const WINDOW = 30;
const dayOf = (at: number) => Math.floor(at / DAY_SECONDS);
const inOrder = (a: ModelView, b: ModelView) => a.at - b.at || (a.id < b.id ? -1 : 1);

/**
 * The log of one video as plainly as the rules say it (events rules 5, 6 and 8): views, which viewers are blocked, and
 * which days are closed. Open days are judged as a whole; a closed one keeps its verdicts, and what came late or was
 * blocked or unblocked since is judged against them.
 */
export class LogModel {
  readonly views: ModelView[] = [];
  private blocks: Block[] = [];
  closedUpTo = -1;

  constructor(private readonly dailyCap: number) {}

  arrive(view: { id: string; viewer: string; at: number }): void {
    const waits = dayOf(view.at) <= this.closedUpTo ? 'to-judge' : 'stands';
    this.views.push({ ...view, verdict: 'counted', waits });
    this.judge();
  }

  block(viewer: string, from: number): void {
    this.blocks.push({ viewer, from });
    this.misjudged(viewer);
  }

  lift(viewer: string): void {
    this.blocks = this.blocks.filter((block) => block.viewer !== viewer);
    this.misjudged(viewer);
  }

  closeNext(): void {
    this.closedUpTo += 1;
    this.judge();
  }

  countedOn(day: number): number {
    return this.views.filter((view) => dayOf(view.at) === day && view.verdict === 'counted').length;
  }

  private misjudged(viewer: string): void {
    for (const view of this.views)
      if (view.viewer === viewer && dayOf(view.at) <= this.closedUpTo)
        if ((view.verdict === 'blocked') !== this.isBlocked(view)) view.waits = 'to-judge';
    this.judge();
  }

  private isBlocked({ viewer, at }: ModelView): boolean {
    return this.blocks.some((block) => block.viewer === viewer && block.from <= at);
  }

  /** Day by day: what is closed first, since its end reaches into the next. */
  private judge(): void {
    for (const view of this.views)
      if (typeof view.waits === 'number' && view.waits <= this.closedUpTo) view.waits = 'stands';
    const days = [...new Set(this.views.map(({ at }) => dayOf(at)))].sort((a, b) => a - b);
    for (const day of days) {
      const viewers = new Set(this.views.filter(({ at }) => dayOf(at) === day).map(({ viewer }) => viewer));
      for (const viewer of viewers) day <= this.closedUpTo ? this.amend(day, viewer) : this.judgeOpen(day, viewer);
    }
  }

  private of(viewer: string, day: number): ModelView[] {
    return this.views.filter((view) => view.viewer === viewer && dayOf(view.at) === day).sort(inOrder);
  }

  private judgeOpen(day: number, viewer: string): void {
    let last = this.lastOfDayBefore(day, viewer);
    let counted = 0;
    for (const view of this.of(viewer, day)) {
      if (this.isBlocked(view)) view.verdict = 'blocked';
      else if (view.at - last < WINDOW) view.verdict = 'repeat-view';
      else if (counted >= this.dailyCap) view.verdict = 'daily-cap';
      else {
        view.verdict = 'counted';
        last = view.at;
        counted += 1;
      }
    }
  }

  private lastOfDayBefore(day: number, viewer: string): number {
    const before = this.of(viewer, day - 1).filter(({ verdict }) => verdict === 'counted');
    return before.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  }

  private amend(day: number, viewer: string): void {
    const today = this.of(viewer, day);
    if (!today.some(({ waits }) => waits === 'to-judge')) return;
    const next = day + 1 <= this.closedUpTo ? this.of(viewer, day + 1) : [];
    const stands = (view: ModelView) => view.waits === 'stands' && view.verdict === 'counted';
    const near = [...today.filter(stands), ...next.filter(stands)].map(({ at }) => at);
    const counted = [...near, this.lastOfDayBefore(day, viewer)];
    let left = this.dailyCap - today.filter(stands).length;
    for (const view of today.filter(({ waits }) => waits !== 'stands')) {
      view.waits = this.closedUpTo + 1;
      if (this.isBlocked(view)) view.verdict = 'blocked';
      else if (counted.some((at) => Math.abs(view.at - at) < WINDOW)) view.verdict = 'repeat-view';
      else if (left <= 0) view.verdict = 'daily-cap';
      else {
        view.verdict = 'counted';
        counted.push(view.at);
        left -= 1;
      }
    }
    // Its last minute reaches into the next day, whose late views are judged anew.
    const reaches = today.some(({ waits, at }) => waits !== 'stands' && at >= (day + 1) * DAY_SECONDS - WINDOW);
    if (reaches && day + 1 <= this.closedUpTo)
      for (const view of this.of(viewer, day + 1)) if (view.waits !== 'stands') view.waits = 'to-judge';
  }
}
