import { z } from 'zod';
import { eventsInSight } from '@/lib/events/events-in-sight';
import { listEvents } from '@/lib/events/queries/list-events';
import { recordEvents } from '@/lib/events/record-events';
import { EventList, EventQuery, Receipt } from '@/lib/events/schema';
import { afterResponse } from '@/lib/http/after-response';
import { eventSourceOf } from '@/lib/http/event-source';
import { options, route } from '@/lib/http/route';

export const OPTIONS = options;

export const POST = route({
  summary:
    'Sends 1 to 500 events, as {"events":[...]} or a bare array, in JSON or text/plain. Answered after the commit.',
  scope: 'events:write',
  crossOrigin: true,
  body: z.unknown(),
  response: Receipt,
  status: 202,
  handle: async ({ body, actor, request, now }) => {
    const receipt = await recordEvents(body, eventSourceOf(request, actor), now);
    afterResponse();
    return receipt;
  },
});

export const GET = route({
  summary: 'The events of a day, newest first, each with its verdict; a creator sees those of their own contents.',
  scope: 'events:read',
  query: EventQuery,
  response: EventList,
  handle: async ({ query, actor }) => listEvents(query, await eventsInSight(actor, query)),
});
