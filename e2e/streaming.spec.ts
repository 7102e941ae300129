import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, type Locator, type Page, test } from '@playwright/test';
import { apiKey, signInAs } from './sign-in';

const HOUR = 3_600_000;
const FILE = 'scripts/demo-videos/winter.webm';

const post = (request: APIRequestContext, path: string, data: unknown) =>
  request.post(path, { data, headers: { authorization: `Bearer ${apiKey()}` } });
const numberIn = async (place: Locator) => Number(((await place.textContent()) ?? '').replace(/[^\d.]/g, ''));
const top = (page: Page, by: string) => page.getByRole('region', { name: `상위 5개 · ${by} 기준` });

test('a creator sees their Top 5 change with the period and with what was just watched', async ({ page, request }) => {
  await signInAs(page, '이하늘');
  await page.goto('/streaming');
  const views = top(page, '조회');
  const first = views.getByRole('listitem').first();
  await expect(first).toBeVisible();
  await expect(top(page, '시청 시간').getByRole('listitem').first()).toContainText('시간');
  const month = await numberIn(first.locator('span').nth(2));

  await test.step('the period switch changes both lists, and stays over a reload', async () => {
    const monthNote = (await views.locator('header p').textContent()) ?? '';
    await views.getByRole('radio', { name: '주' }).click();
    await expect(page).toHaveURL(/top=week/);
    await expect(views.locator('header p')).not.toHaveText(monthNote);
    await expect(top(page, '시청 시간').locator('header p')).toHaveText(
      (await views.locator('header p').textContent()) ?? '',
    );
    await expect(top(page, '시청 시간').getByRole('radio', { name: '주' })).toBeChecked();
    await page.reload();
    await expect(views.getByRole('radio', { name: '주' })).toBeChecked();
  });

  await test.step('new views are there after Refresh', async () => {
    await views.getByRole('radio', { name: '월' }).click();
    await expect(page).not.toHaveURL(/top=/);
    await expect(first).toBeVisible();
    const href = await first.getByRole('link').getAttribute('href');
    const contentId = Number(href?.split('/').at(-1));
    const at = new Date(Date.now() - 1000).toISOString();
    const events = Array.from({ length: 7 }, () => ({
      id: randomUUID(),
      type: 'view',
      contentId,
      viewerId: randomUUID(),
      at,
    }));
    expect((await post(request, '/api/v1/events', { events })).status()).toBe(202);
    await page.getByRole('button', { name: /새로고침/ }).click();
    await expect.poll(() => numberIn(first.locator('span').nth(2))).toBe(month + 7);
    await first.getByRole('link').click();
    await expect(page).toHaveURL(/\/streaming\/videos\/\d+/);
  });

  await test.step('ten hours of watching are in the video’s figures', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const watched = page.locator('dl > div').filter({ hasText: '시청 시간' }).locator('dd span').first();
    await expect(watched).toContainText('시간');
    const before = await numberIn(watched);
    const contentId = Number(new URL(page.url()).pathname.split('/').at(-1));
    const beat = { contentId, viewerId: randomUUID(), playerId: randomUUID(), positionSeconds: 5, stopped: true };
    const tell = (hoursAgo: number, watchedSeconds: number) =>
      post(request, '/api/v1/watch', {
        ...beat,
        watchedSeconds,
        at: new Date(Date.now() - hoursAgo * HOUR).toISOString(),
      });
    expect(await (await tell(10, 0)).json()).toMatchObject({ accepted: 1 });
    expect(await (await tell(0, 36_000)).json()).toMatchObject({ accepted: 1 });
    await page.getByRole('button', { name: /새로고침/ }).click();
    await expect.poll(() => numberIn(watched)).toBeGreaterThan(before + 8);
    const increase = page.getByRole('region', { name: '증가' });
    await increase.getByRole('radio', { name: '시청 시간' }).click();
    await expect(increase.getByRole('row').nth(1)).toContainText(/\+[\d,.]+(시간|분)/);
  });
});

test('an advertiser uploads an ad video, which is shown in a slot, counted and switched off', async ({
  page,
  request,
}) => {
  const title = `겨울 외투 ${Date.now()}`;
  await signInAs(page, '최나래');
  await test.step('registers it, while what is typed is kept', async () => {
    await page.goto('/streaming/ad-videos/new');
    await page.getByLabel('제목').fill(title);
    await page.getByRole('button', { name: '등록' }).click();
    await expect(page.getByText('파일을 올리거나 https 주소를 입력하세요')).toBeVisible();
    await page.getByLabel('영상 파일').setInputFiles(FILE);
    await expect(page.getByLabel('영상 주소')).toHaveValue(/^\/assets\/[0-9a-f]{32}\.webm$/);
    await expect
      .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.readyState))
      .toBeGreaterThan(0);
    await page.reload();
    await expect(page.getByText('쓰던 내용을 되살렸습니다')).toBeVisible();
    await expect(page.getByLabel('제목')).toHaveValue(title);
    await page.getByLabel('길이(초)').fill('5');
    await page.getByRole('button', { name: '등록' }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  });
  const id = Number(new URL(page.url()).pathname.split('/').at(-1));

  await test.step('a view of it is in its report', async () => {
    const headers = { authorization: `Bearer ${apiKey()}` };
    const { items } = await (await request.get('/api/v1/contents?kind=video&limit=200', { headers })).json();
    const video = items.find((item: { durationSeconds: number }) => item.durationSeconds >= 300);
    const slot = await request.get(`/api/v1/videos/${video.id}/ads?position=300&viewerId=e2e`, { headers });
    expect(slot.status()).toBe(200);
    const chosen = await slot.json();
    expect((await request.get(chosen.url, { headers: { range: 'bytes=0-99' } })).status()).toBe(206);
    const event = { id: randomUUID(), type: 'ad-view', contentId: video.id, adPositionSeconds: 300, adVideoId: id };
    const sent = { events: [{ ...event, viewerId: randomUUID(), at: new Date(Date.now() - 1000).toISOString() }] };
    expect((await post(request, '/api/v1/events', sent)).status()).toBe(202);
    await page.reload();
    await expect(page.getByRole('region', { name: '나온 영상' })).toContainText(video.title);
    expect(await numberIn(page.locator('dl dd span').first())).toBe(1);
  });

  await test.step('switched off, it is active no more', async () => {
    await page.getByRole('switch', { name: '활성' }).click();
    await expect(page.getByText('더는 보여 주지 않습니다')).toBeVisible();
    await page.goto('/streaming/ad-videos');
    await expect(page.getByRole('row').filter({ hasText: title })).toContainText('비활성');
  });
});
