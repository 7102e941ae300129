import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssetStorage, Part } from './asset-storage';
import { assetErrors } from './errors';

/** A folder of this host, which is made when it is first needed. */
export function diskStorage(folder: string): AssetStorage {
  // Spread over 256 folders, by the first two digits, so that none gets too full to list.
  const folderOf = (key: string) => join(folder, key.slice(0, 2));
  const fileOf = (key: string) => join(folderOf(key), key);
  return {
    kind: 'disk',
    put: (key, bytes) => orAway(() => writeWhole(folderOf(key), key, bytes)),
    get: (key, part) =>
      orAway(() =>
        (part ? readPart(fileOf(key), part) : readFile(fileOf(key))).catch((error: unknown) => {
          if (codeOf(error) === 'ENOENT') return null;
          throw error;
        }),
      ),
  };
}

/** A reader finds all of it or nothing, however the writing ends. */
async function writeWhole(folder: string, key: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const unfinished = join(folder, `${key}.${randomUUID()}.new`);
  try {
    await writeFile(unfinished, bytes, { flush: true });
    await rename(unfinished, join(folder, key));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function readPart(file: string, { start, end }: Part): Promise<Uint8Array> {
  const opened = await open(file);
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(end - start + 1), 0, end - start + 1, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await opened.close();
  }
}

async function orAway<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    console.warn(`pictures: the disk refused: ${error instanceof Error ? error.message : error}`);
    throw assetErrors.storageAway();
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
