import { z } from 'zod';
import { eventsInSight } from '@/lib/events/events-in-sight';
import { listEvents } from '@/lib/events/queries/list-events';
import { recordEvents } from '@/lib/events/record-events';
import { EventInput, EventList, EventQuery, MAX_EVENTS, Receipt } from '@/lib/events/schema';
import { afterResponse } from '@/lib/http/after-response';
import { eventSourceOf } from '@/lib/http/event-source';
import { options, route } from '@/lib/http/route';

export const OPTIONS = options;

/** Sent again it is the same event: the answer then says `duplicate`. */
const CLICK = { id: '2d3f0b86-6f1c-4b8e-9d57-0d3c2a7f5e11', type: 'click', contentId: 1, viewerId: 'member-42' };

export const POST = route({
  summary:
    'Sends 1 to 500 events, as {"events":[...]} or a bare array, in JSON or text/plain. Answered after the commit.',
  scope: 'events:write',
  crossOrigin: true,
  body: z.unknown(),
  bodyShape: z.object({ events: z.array(EventInput).min(1).max(MAX_EVENTS) }),
  example: (now) => ({ body: { events: [{ ...CLICK, at: now.toISOString() }] } }),
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
