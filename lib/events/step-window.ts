/** An event and the window it is judged against; `key` names type, content, ad position and viewer. */
export type WindowCheck = { key: string; atMs: number; eventId: string; day: string; windowMs: number; cap: number };
export type WindowVerdict = 'counted' | 'repeat' | 'cap';
/** The last counted event of a key, and how many counted on its day. */
export type WindowState = { lastAt: number; lastId: string; day: string; n: number };

/**
 * Judges one event as it arrives (events rules 3 and 5); exactly the window's length counts again. Only an event that
 * counts and is not older than the last moves the window, so retries and late events disturb nothing.
 */
export function stepWindow(
  state: WindowState | undefined,
  check: WindowCheck,
): { verdict: WindowVerdict; next: WindowState } {
  const { atMs, eventId, day } = check;
  if (!state) return counted(check, 1);
  if (atMs === state.lastAt && eventId === state.lastId) return { verdict: 'counted', next: state };
  if (Math.abs(atMs - state.lastAt) < check.windowMs) return { verdict: 'repeat', next: state };
  if (atMs < state.lastAt) return { verdict: 'counted', next: state };
  if (state.day === day && state.n >= check.cap) return { verdict: 'cap', next: state };
  return counted(check, state.day === day ? state.n + 1 : 1);
}

const counted = ({ atMs, eventId, day }: WindowCheck, n: number) => ({
  verdict: 'counted' as const,
  next: { lastAt: atMs, lastId: eventId, day, n },
});
