import type { Environment } from './environment';
import type { ContentRef, EventType, SdkEvent, Viewer } from './event';
import type { Shelf } from './shelf';

/** Makes events of this browser's viewer, who is anonymous until named. The anonymous id is made once. */
export function eventMaker({ now }: Environment, shelf: Shelf, makeId: () => string) {
  const anonymousId = shelf.get('viewer') ?? makeId();
  shelf.set('viewer', anonymousId);
  return (type: EventType, content: ContentRef, viewer: Viewer | null, more: Partial<SdkEvent> = {}): SdkEvent => ({
    id: makeId(),
    type,
    ...(typeof content === 'number' ? { contentId: content } : { externalId: content }),
    anonymousId,
    ...(viewer && { viewerId: viewer.id, viewerToken: viewer.token }),
    at: new Date(now()).toISOString(),
    ...more,
  });
}
