let shiftMilliseconds = 0;
const RealDate = Date;

/** What the machine's clock says, moved by what the trial asked for; timers and the steady clock go on as they do when somebody sets a clock. */
class ShiftedDate extends RealDate {
  constructor(...given: [] | ConstructorParameters<typeof RealDate>) {
    if (given.length === 0) super(RealDate.now() + shiftMilliseconds);
    else super(...given);
  }

  static override now(): number {
    return RealDate.now() + shiftMilliseconds;
  }
}

/** Sets this process's clock forward, or back when it is below zero. To be imported before anything reads the clock. */
export function shiftClock(milliseconds: number): void {
  shiftMilliseconds = milliseconds;
}

Object.assign(globalThis, { Date: ShiftedDate });
