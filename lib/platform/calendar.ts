import { type Calendar, calendarOf } from '@/lib/kernel/day';
import { env } from './env';
import { singleton } from './singleton';

/** The calendar of the business time zone. */
export function calendar(): Calendar {
  return singleton(`calendar:${env().BUSINESS_TIME_ZONE}`, () => calendarOf(env().BUSINESS_TIME_ZONE));
}
