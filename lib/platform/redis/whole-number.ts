const NOT_WHOLE = 'ERR value is not an integer or out of range';

/** Reads a whole number as Redis does. Throws the text of Redis; beyond 2^53 too, where JavaScript is not exact. */
export function wholeNumber(text: string | undefined, refusal = NOT_WHOLE): number {
  const value = Number(text);
  if (text === undefined || !/^(0|-?[1-9]\d*)$/.test(text) || !Number.isSafeInteger(value)) throw new Error(refusal);
  return value;
}
