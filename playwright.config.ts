import { defineConfig } from '@playwright/test';
import { freePortsInARow } from './scripts/free-port';
import { findBrowser } from './scripts/machine';

// `scripts/e2e-server.ts` starts the app twice, their database and an OpenID Connect server. E2E_PORT is the demo's,
// the next one that of the app with Google sign-in, the third Google's. Workers inherit what is chosen here.
process.env.E2E_PORT ??= String(await freePortsInARow(3));
const demo = Number(process.env.E2E_PORT);
const executablePath = findBrowser();

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Limits for what hangs, not for what is slow.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  use: {
    baseURL: `http://localhost:${demo}`,
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath && { executablePath }),
      // Without a locale of this kind Chromium loses what it downloads into a folder with a Korean name.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node --import tsx scripts/e2e-server.ts',
    url: `http://localhost:${demo + 1}/api/health`,
    timeout: 600_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'ignore',
    stderr: 'pipe',
    env: { E2E_PORT: String(demo) },
  },
});
