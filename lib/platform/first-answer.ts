/** Under what name the first answer to a request with an `Idempotency-Key` is kept. */
export type FirstAnswer = { actor: string; key: string; requestHash: string };
