import { options, route } from '@/lib/http/route';
import { apiDocument } from './api-document';

export const OPTIONS = options;

export const GET = route({
  summary: 'This document.',
  scope: null,
  crossOrigin: true,
  handle: async ({ now }) => apiDocument(now),
});
