export type WindowCheck = { key: string; atMs: number; eventId: string; day: string; windowMs: number; cap: number };
export type WindowVerdict = 'counted' | 'repeat' | 'cap';
export type WindowState = { lastAt: number; lastId: string; day: string; n: number };

/** Judges one event against the window of its key; `next` is what the window becomes. Provisional: see events rule 6. */
export function stepWindow(
  state: WindowState | undefined,
  check: WindowCheck,
): { verdict: WindowVerdict; next: WindowState | undefined } {
  const { atMs, eventId, day } = check;
  const counted = (n: number) => ({ verdict: 'counted' as const, next: { lastAt: atMs, lastId: eventId, day, n } });
  if (!state) return counted(1);
  if (atMs === state.lastAt && eventId === state.lastId) return { verdict: 'counted', next: state };
  const distance = Math.abs(atMs - state.lastAt);
  if (distance < check.windowMs) return { verdict: 'repeat', next: state };
  if (atMs < state.lastAt) return { verdict: 'counted', next: state };
  if (state.day === day && state.n >= check.cap) return { verdict: 'cap', next: state };
  return counted(state.day === day ? state.n + 1 : 1);
}
