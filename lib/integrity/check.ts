/**
 * A promise of the product, looked at on live data. Both statements see the same snapshot and may use
 * `$1` (`date[]`, the days that are looked at), `$2` (`date`, today) and `$3` (`boolean`, whether points are paid into
 * our own ledger).
 */
export type IntegrityCheck = {
  /** Stable; `messages/*.json` may have its texts in other languages, under `integrity.checks`. */
  id: string;
  /** Which promise, such as `I6`. */
  rule: string;
  /** A sentence that is true while it holds. */
  title: string;
  /** How it is looked at, and what is not. */
  detail: string;
  /** SQL of one number: how many things were looked at. */
  looked: string;
  /** SQL whose rows are the breaches, a few plain columns each; no row while the promise holds. */
  breaches: string;
};
