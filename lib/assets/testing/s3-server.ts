import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import type { Bucket } from '../bucket-storage';

export const S3_BUCKET = 'pictures';

/** An S3 server on loopback with one empty bucket. It stops and forgets everything with `stop`. */
export async function startS3(): Promise<{ bucket: Bucket; stop: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'boxoffice-s3-'));
  const options = { port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: S3_BUCKET }] };
  const server = new S3rver(options);
  const { port } = await server.run();
  const stop = async () => {
    await server.close();
    await rm(directory, { recursive: true, force: true });
  };
  const account = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', region: 'us-east-1' };
  return { bucket: { name: S3_BUCKET, at: new URL(`http://127.0.0.1:${port}`), pathStyle: true, ...account }, stop };
}
