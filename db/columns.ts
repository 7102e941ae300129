import { bigint, date, integer, timestamp } from 'drizzle-orm/pg-core';
import type { Day } from '@/lib/kernel/day';

/** A moment, to the millisecond that a JavaScript date keeps. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** A business day. */
export const day = (name: string) => date(name).$type<Day>();

/** A whole number of 64 bits; ours stay below 2^53. */
export const int8 = (name: string) => bigint(name, { mode: 'number' });

/** Won, or tenths of one. */
export const money = (name: string) => bigint(name, { mode: 'bigint' }).notNull();

/** How often something took place; never more than an integer holds. */
export const count = (name: string) => integer(name).notNull().default(0);

/** The id that a table gives its rows itself, from a sequence of this name. */
export const identity = (sequence: string) => int8('id').generatedAlwaysAsIdentity({ name: sequence });
