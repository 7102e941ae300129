import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { bundleSdk } from './bundle';

test.each(['iife', 'esm'] as const)('the SDK as %s is smaller than 4 kB', async (format) => {
  expect(gzipSync(await bundleSdk(format), { level: 9 }).length).toBeLessThan(4000);
});

test('the script offers Boxoffice and sends to the server that it came from', async () => {
  class HTMLScriptElement {
    src = 'https://boxoffice.test/sdk.js?v=1';
  }
  const requests: string[] = [];
  const window: { Boxoffice?: { createBoxoffice: (options: object) => { flush(): void; click(id: number): void } } } =
    {};
  const fetch = (url: string) => {
    requests.push(url);
    return Promise.reject(new TypeError('offline'));
  };
  const document = { currentScript: new HTMLScriptElement(), addEventListener: () => {} };
  const timers = { setTimeout: () => 0, clearTimeout: () => {}, queueMicrotask };
  runInNewContext(await bundleSdk('iife'), {
    window,
    document,
    fetch,
    HTMLScriptElement,
    URL,
    crypto,
    TextEncoder,
    AbortController,
    ...timers,
  });
  const boxoffice = window.Boxoffice?.createBoxoffice({ key: 'bo_pk_test' });
  boxoffice?.click(1);
  boxoffice?.flush();
  await Promise.resolve();
  expect(requests).toEqual(['https://boxoffice.test/api/v1/events']);
});

test('a page that imports the SDK without using it carries none of it', async () => {
  const contents = `import { createBoxoffice } from './sdk/create-boxoffice'; import './sdk/module';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
  });
  expect(outputFiles[0]?.text.replaceAll(/^\s*\/\/.*$/gm, '').trim()).toBe('');
});
