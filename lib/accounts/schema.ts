import { z } from 'zod';

export const Role = z.enum(['admin', 'advertiser', 'creator', 'member']);
export type Role = z.infer<typeof Role>;

export const KeyKind = z.enum(['secret', 'publishable']);
export type KeyKind = z.infer<typeof KeyKind>;
