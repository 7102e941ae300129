export type SavingState = 'saving' | 'saved' | 'failed';

type DraftSaverOptions<F> = {
  /** `leaving` is true when the page goes away: what is sent then has to live on without it. */
  save: (fields: F, leaving: boolean) => Promise<void>;
  onState: (state: SavingState) => void;
  /** Whether the same again may go well; otherwise the next change is waited for. */
  mayRetry?: (error: unknown) => boolean;
  waitMilliseconds?: number;
  retryMilliseconds?: number;
};

/**
 * Saves what is typed once the typing rests, one save after another, always the latest, and again after a failure.
 * Nothing that was typed is ever replaced by something older.
 */
export function draftSaver<F>({
  save,
  onState,
  mayRetry = () => true,
  waitMilliseconds = 800,
  retryMilliseconds = 5000,
}: DraftSaverOptions<F>) {
  let waiting: { fields: F } | null = null;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), milliseconds);
  };
  const run = async (leaving: boolean) => {
    while (waiting) {
      const { fields } = waiting;
      waiting = null;
      onState('saving');
      try {
        await save(fields, leaving);
      } catch (error) {
        waiting ??= { fields };
        onState('failed');
        if (mayRetry(error)) later(retryMilliseconds);
        return;
      }
      if (!waiting) onState('saved');
    }
  };
  /** Saves what is not saved yet, now; done when that has been answered. */
  const flush = (leaving = false): Promise<void> => {
    clearTimeout(timer);
    running ??= run(leaving).finally(() => {
      running = null;
    });
    return running;
  };
  return {
    change(fields: F): void {
      waiting = { fields };
      later(waitMilliseconds);
    },
    flush,
    /** Forgets what is not saved yet; done when the save under way has been answered. */
    async stop(): Promise<void> {
      clearTimeout(timer);
      waiting = null;
      await running;
      clearTimeout(timer);
      waiting = null;
    },
  };
}
