import type { KeyActor } from './actor';

export async function findKeyActor(_secret: string): Promise<KeyActor | null> {
  return null;
}
