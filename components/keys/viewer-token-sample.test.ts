import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { verifyViewerToken, viewerTokenSecret } from '@/lib/accounts/viewer-token';
import { VIEWER_TOKEN_SAMPLE } from './viewer-token-sample';

test('the shown code signs what the server believes', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'sample-'));
  const file = join(directory, 'viewer-token.mjs');
  await writeFile(file, VIEWER_TOKEN_SAMPLE);
  const { viewerToken } = await import(pathToFileURL(file).href);
  await rm(directory, { recursive: true });

  const signed = await verifyViewerToken(viewerToken('member-1', viewerTokenSecret(7)), 7);
  expect(signed).toMatchObject({ ok: true, memberId: 'member-1' });
  const ofAnother = await verifyViewerToken(viewerToken('member-1', viewerTokenSecret(8)), 7);
  expect(ofAnother).toMatchObject({ ok: false, reason: 'forged' });
});
