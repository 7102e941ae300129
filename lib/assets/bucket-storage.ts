import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import type { AssetStorage, Part } from './asset-storage';
import { bucketAddress } from './bucket-address';
import { assetErrors } from './errors';
import { mediaTypeOf } from './media-type-of';

export type Bucket = {
  name: string;
  at: URL;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** The bucket is a part of the path, not of the host's name. */
  pathStyle: boolean;
};

const TIMEOUT_MILLISECONDS = 10_000;
const RETRIES = 2;
/** Whoever serves the bucket itself says the same as our own door. */
const FOREVER = 'public, max-age=31536000, immutable';

/** A bucket that speaks S3: put and get of objects with signature 4 are all that is asked of it. */
export function bucketStorage(bucket: Bucket): AssetStorage {
  const { accessKeyId, secretAccessKey, region } = bucket;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES });
  const ask = async <T>(key: string, init: RequestInit, read: (answer: Response) => Promise<T>): Promise<T> => {
    const signal = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
    try {
      return await read(await client.fetch(bucketAddress(bucket, key), { ...init, signal }));
    } catch (error) {
      // The log is for who runs the server; it names the bucket, never its keys.
      console.warn(`pictures: the bucket ${bucket.name}: ${reasonOf(error)}`);
      throw assetErrors.storageAway();
    }
  };
  return {
    kind: 'bucket',
    put: (key, bytes) =>
      ask(key, { method: 'PUT', body: Buffer.from(bytes), headers: headersOf(key, bytes) }, async (answer) => {
        const text = await answer.text();
        if (!answer.ok) throw refusal(answer, text);
      }),
    get: (key, part) =>
      ask(key, { method: 'GET', ...(part && { headers: rangeOf(part) }) }, async (answer) => {
        if (answer.ok) return partOf(answer, part);
        const text = await answer.text();
        // A bucket that is not there answers 404 as well.
        if (answer.status === 404 && !text.includes('NoSuchBucket')) return null;
        throw refusal(answer, text);
      }),
  };
}

const rangeOf = ({ start, end }: Part) => ({ range: `bytes=${start}-${end}` });

/** A bucket that knows no ranges answers 200 with all of it. */
async function partOf(answer: Response, part: Part | undefined): Promise<Uint8Array> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return part && answer.status !== 206 ? bytes.subarray(part.start, part.end + 1) : bytes;
}

/** The checksum is signed, so a bucket takes the very bytes that were sent or none. */
function headersOf(key: string, bytes: Uint8Array): Record<string, string> {
  const checksum = createHash('sha256').update(bytes).digest('hex');
  return { 'content-type': mediaTypeOf(key), 'cache-control': FOREVER, 'x-amz-content-sha256': checksum };
}

function refusal({ status }: Response, text: string): Error {
  return new Error(`it answered ${status}, ${text.match(/<Code>(\w+)<\/Code>/)?.[1] ?? 'without a reason'}`);
}

/** `fetch` tells why it failed in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
