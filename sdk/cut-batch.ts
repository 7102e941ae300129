import type { SdkEvent } from './event';

/** Browsers refuse beacons and keepalive requests of more than 64 KiB. */
export const FLIGHT_BYTES = 64_000;

/** `{"events":[]}` */
const FRAME_BYTES = 13;

/** The first events that fit into one request; one event always does. */
export function cutBatch(events: readonly SdkEvent[], maxBatch: number): SdkEvent[] {
  let bytes = FRAME_BYTES;
  const end = events.findIndex((event, index) => {
    bytes += bytesOf(JSON.stringify(event)) + 1;
    return index > 0 && (index >= maxBatch || bytes > FLIGHT_BYTES);
  });
  return end < 0 ? [...events] : events.slice(0, end);
}

export function bodyOf(events: readonly SdkEvent[]): string {
  return JSON.stringify({ events });
}

export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
