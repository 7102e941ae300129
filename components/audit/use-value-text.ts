'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/use-format';
import { Role } from '@/lib/accounts/schema';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;
const IDS = /(^id|Id)$/;

/** A stored value as people read it; the field says what a number or a word stands for. */
export function useValueText(): (value: unknown, field: string) => string {
  const t = useTranslations('audit');
  const roles = useTranslations('roles');
  const format = useFormat();
  const textOf = (value: unknown, field: string): string => {
    if (value === undefined || value === null || value === '') return '–';
    if (Array.isArray(value)) return value.map((one) => textOf(one, field)).join(', ') || '–';
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number') return IDS.test(field) ? String(value) : format.number(value);
    if (typeof value !== 'string') return JSON.stringify(value);
    const role = field === 'roles' ? Role.safeParse(value).data : undefined;
    if (role) return roles(`${role}.name`);
    return INSTANT.test(value) ? format.dateTime(value) : value;
  };
  return textOf;
}
