import { z } from 'zod';

export const Role = z.enum(['admin', 'advertiser', 'creator', 'member']);
export type Role = z.infer<typeof Role>;
