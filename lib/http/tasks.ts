import { z } from 'zod';
import { applyBlock } from '@/lib/abuse/apply-block';
import { settleDay } from '@/lib/events/settle-day';
import { type Day, parseDay } from '@/lib/kernel/day';
import { DomainError } from '@/lib/kernel/error';
import { sendMail } from '@/lib/mail/send-mail';
import { tellPaid } from '@/lib/notices/tell-paid';
import { accruePoints } from '@/lib/points/accrue-points';
import { compareDay } from '@/lib/settlement/compare-day';
import { payLateEvents } from '@/lib/settlement/pay-late-events';
import { priceDay } from '@/lib/settlement/price-day';

/** Long jobs run one at a time in a process, and quick ones do not wait behind them. */
export type Lane = 'quick' | 'long';

type Task = {
  lane: Lane;
  /** `lastTry`: no attempt follows unless an admin asks for it. Twice at once must do the work once: a job whose server seems to have ended is given to another one. */
  run: (payload: unknown, now: Date, lastTry: boolean) => Promise<void>;
  /** Longer than it ever takes; then its server is taken to have ended. */
  lostAfterSeconds: number;
};

const dayPayload = z.object({
  day: z
    .string()
    .transform((text) => parseDay(text))
    .pipe(z.custom<Day>((day) => day !== null)),
});

const accrualPayload = z.object({ memberId: z.string(), reference: z.string() });

const mailPayload = z.object({ memberId: z.string(), sendId: z.string() });

const blockPayload = z.object({ blockId: z.number().int() });

/** Every kind of job, by the name it is queued under. */
export const TASKS: Record<string, Task> = {
  'settle-day': {
    lane: 'long',
    // A refusal (closed meanwhile, running elsewhere) is an outcome: trying again would not change it.
    run: (payload, now) =>
      settleDay(dayPayload.parse(payload).day, now, priceDay).then(
        () => undefined,
        (error) => {
          if (!(error instanceof DomainError)) throw error;
        },
      ),
    lostAfterSeconds: 3600,
  },
  'compare-day': {
    lane: 'long',
    run: async (payload, now) => {
      await compareDay(dayPayload.parse(payload).day, now);
    },
    lostAfterSeconds: 3600,
  },
  'apply-block': {
    lane: 'long',
    run: (payload, now) => applyBlock({ ...blockPayload.parse(payload), now }),
    lostAfterSeconds: 3600,
  },
  'pay-late-events': {
    lane: 'long',
    run: () => payLateEvents().then(() => undefined),
    lostAfterSeconds: 3600,
  },
  'accrue-points': {
    lane: 'quick',
    run: async (payload, now) => {
      const paid = { ...accrualPayload.parse(payload), now };
      await accruePoints(paid);
      await tellPaid(paid);
    },
    lostAfterSeconds: 60,
  },
  'send-mail': {
    lane: 'quick',
    run: (payload, now, lastTry) => sendMail({ ...mailPayload.parse(payload), now, lastTry }),
    lostAfterSeconds: 90,
  },
};

export const LOST_AFTER_SECONDS = Object.fromEntries(
  Object.entries(TASKS).map(([name, { lostAfterSeconds }]) => [name, lostAfterSeconds]),
);
