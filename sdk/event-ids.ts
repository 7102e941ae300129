import type { Environment } from './environment';

/**
 * Makes UUIDv7 ids (RFC 9562): 48 bits of time, a counter of 12 bits, 62 random bits. Each is greater than the one
 * before, even within one millisecond or when the clock is set back.
 */
export function eventIds({ now, random }: Pick<Environment, 'now' | 'random'>): () => string {
  let time = 0;
  let counter = 0;
  return () => {
    const at = now();
    if (at > time) {
      time = at;
      counter = random() >>> 21; // the upper half is left free to count in
    } else if (++counter > 0xfff) {
      time++;
      counter = 0;
    }
    const [a, b] = [random(), random()];
    const clock = hex(time, 12);
    const variant = hex(0x8000 | (a & 0x3fff), 4);
    return `${clock.slice(0, 8)}-${clock.slice(8)}-7${hex(counter, 3)}-${variant}-${hex(b, 8)}${hex(a >>> 16, 4)}`;
  };
}

function hex(value: number, length: number): string {
  return value.toString(16).padStart(length, '0');
}
