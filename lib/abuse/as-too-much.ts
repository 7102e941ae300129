import { abuseErrors } from './errors';

/** A statement that ran into the database's time limit is a period with too many events: abuse/period-too-busy. */
export function asTooMuch<T>(answer: Promise<T>): Promise<T> {
  return answer.catch((error) => {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === CANCELLED)
      throw abuseErrors.tooMuch();
    throw error;
  });
}

const CANCELLED = '57014';
