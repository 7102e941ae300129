import messages from '@/messages/en.json';
import type { CheckName, Status } from './schema';

export type Check = Status['checks'][number];

const TEXTS = messages.status.detail;

/** What was found of a part: its state by name for a program and for the reader's own language, and in English as `detail`. */
export function checked<Name extends CheckName>(
  name: Name,
  ok: boolean,
  state: keyof (typeof TEXTS)[Name] & string,
  values: Check['values'] = {},
): Check {
  const text: unknown = TEXTS[name][state];
  const detail = String(text).replace(/\{(\w+)\}/g, (_, value: string) => String(values[value]));
  return { name, ok, state, values, detail };
}
