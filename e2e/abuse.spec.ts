import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { apiKey, signInAs } from './sign-in';

const VIEWS = 240;
/** Jobs begin within moments where the worker runs, within a minute where a cron does. */
const WITHIN = { timeout: 90_000 };

const headers = () => ({ authorization: `Bearer ${apiKey()}` });

/** A macro that began a video once a second for four minutes; one view in thirty counts. */
async function makeMacro(request: APIRequestContext): Promise<string> {
  const contents = await request.get('/api/v1/contents?kind=video&limit=1', { headers: headers() });
  const contentId = (await contents.json()).items[0].id;
  const viewerId = `macro-${Date.now()}`;
  const begin = Date.now() - VIEWS * 1000;
  const events = Array.from({ length: VIEWS }, (_, n) => ({
    ...{ id: randomUUID(), type: 'view', contentId, viewerId },
    at: new Date(begin + n * 1000).toISOString(),
  }));
  const answer = await request.post('/api/v1/events', { headers: headers(), data: { events } });
  expect(await answer.json()).toMatchObject({ counted: VIEWS / 30, refused: VIEWS - VIEWS / 30 });
  return viewerId;
}

async function countedOf(request: APIRequestContext, viewerId: string): Promise<number> {
  const answer = await request.get(`/api/v1/abuse/${encodeURIComponent(`m:${viewerId}`)}`, { headers: headers() });
  return (await answer.json()).suspect.counted;
}

test('an admin finds the worst viewer, voids all it did, sees the figures fall, and lifts the block again', async ({
  page,
  request,
}) => {
  test.setTimeout(300_000);
  const viewerId = await makeMacro(request);
  await signInAs(page, '운영자');
  await page.waitForURL(/\/overview/);
  await page.goto('/abuse');

  const suspects = page.getByRole('table', { name: '눈에 띄는 시청자' });
  const worst = suspects.getByRole('row').nth(1);
  await expect(worst).toContainText(viewerId);
  await expect(worst).toContainText(`반복 조회 ${VIEWS - VIEWS / 30}`);
  await worst.getByText(viewerId).click();
  const sheet = page.getByRole('dialog', { name: viewerId });
  await expect(sheet.getByText(`이벤트 ${VIEWS}건 중 ${VIEWS / 30}건`)).toBeVisible();

  await test.step('the dialog says in figures what is taken', async () => {
    await sheet.getByRole('button', { name: '전부 무효 처리' }).click();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toContainText(`조회 ${VIEWS / 30}회`);
    await dialog.getByLabel('사유').fill('매크로');
    await dialog.getByRole('button', { name: '전부 무효 처리' }).click();
    await expect(dialog).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  const block = page.getByRole('table', { name: '차단 목록' }).getByRole('row', { name: viewerId });
  await test.step('its events stop counting', async () => {
    await expect(block).toContainText('차단 중', WITHIN);
    expect(await countedOf(request, viewerId)).toBe(0);
    await expect(worst).toContainText('차단됨');
  });

  await test.step('lifted, they count as before', async () => {
    await block.getByRole('button', { name: '차단 해제' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '차단 해제' }).click();
    await expect(block).toContainText('해제됨', WITHIN);
    expect(await countedOf(request, viewerId)).toBe(VIEWS / 30);
  });
});
