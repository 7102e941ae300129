import type { Environment } from './environment';
import type { ContentRef, SdkEvent, Viewer } from './event';
import type { Shelf } from './shelf';

/** On what, by whom and when: what events and heartbeats have in common. */
export type Signed = Omit<SdkEvent, 'id' | 'type'>;

/** Signs for this browser's viewer, who is anonymous until named. The anonymous id is made once. */
export function signer({ now }: Environment, shelf: Shelf, makeId: () => string) {
  const anonymousId = shelf.get('viewer') ?? makeId();
  shelf.set('viewer', anonymousId);
  return (content: ContentRef, viewer: Viewer | null): Signed => ({
    ...(typeof content === 'number' ? { contentId: content } : { externalId: content }),
    anonymousId,
    ...(viewer && { viewerId: viewer.id, viewerToken: viewer.token }),
    at: new Date(now()).toISOString(),
  });
}
