import type { z } from 'zod';

/** What a door would answer with this value: checked against its shape, instants as text. For pages that fetch ahead. */
export function jsonOf<T extends z.ZodType>(shape: T, value: unknown): z.output<T> {
  return shape.parse(JSON.parse(JSON.stringify(value)));
}
