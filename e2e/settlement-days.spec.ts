import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { apiKey, signInAs } from './sign-in';

const VIEWS = 20;
/** Jobs begin within moments where the worker runs, within a minute where a cron does. */
const WITHIN = { timeout: 90_000 };

type Compared = { result: Record<'before' | 'after', { views: number }> };
type Day = { day: string; state: string; dirty: boolean; views: number };

const ask = async <T>(request: APIRequestContext, path: string, data?: object): Promise<T> => {
  const options = { headers: { authorization: `Bearer ${apiKey()}` }, ...(data && { data }) };
  const answer = await (data ? request.post(path, options) : request.get(path, options));
  expect(answer.ok(), `${path} answered ${answer.status()}`).toBe(true);
  return answer.json();
};

/** The oldest day that is not closed: days close in order. */
async function firstOpenDay(request: APIRequestContext): Promise<Day> {
  const { items } = await ask<{ items: Day[] }>(request, '/api/v1/settlement/days?limit=10');
  const day = items.findLast(({ state }) => state === 'settled');
  if (!day) throw new Error('no day is settled and open');
  return day;
}

/** Views of new viewers in the last moments of a day that still takes events. */
async function comeLate(request: APIRequestContext, day: string): Promise<void> {
  const path = `/api/v1/settlement/days/${day}/lines?limit=1`;
  const contentId = (await ask<{ items: { contentId: number }[] }>(request, path)).items[0]?.contentId;
  const events = Array.from({ length: VIEWS }, () => ({
    id: randomUUID(),
    type: 'view',
    contentId,
    viewerId: `late-${randomUUID()}`,
    at: `${day}T23:59:50+09:00`,
  }));
  expect(await ask(request, '/api/v1/events', { events })).toMatchObject({ counted: VIEWS });
  await ask(request, '/api/v1/stats/refresh', {});
}

const badge = (page: Page, name: string) => page.locator('header').getByText(name, { exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('an admin compares a day, runs it with its progress, opens a line, and closes the day for good', async ({
  page,
  request,
}) => {
  test.setTimeout(300_000);
  const { day, views } = await firstOpenDay(request);
  await comeLate(request, day);
  await signInAs(page, '운영자');
  await page.waitForURL(/\/overview/);
  await page.goto('/settlement');
  await expect(page).toHaveURL(/\/settlement\/days$/);
  await page.goto(`/settlement/days/${day}`);
  await expect(badge(page, '다시 정산 필요')).toBeVisible();
  await expect(button(page, '마감')).toBeDisabled();

  let after = 0;
  await test.step('comparing says what a run would change, and changes nothing', async () => {
    await button(page, '비교').click();
    await expect(page.getByText(/만에 비교했습니다/)).toBeVisible(WITHIN);
    const compared = page.getByRole('region', { name: '지금 다시 정산하면' });
    const { result } = await ask<Compared>(request, `/api/v1/settlement/days/${day}/compare`);
    after = result.after.views;
    expect(result.before.views).toBe(views);
    expect(after).toBeGreaterThanOrEqual(views + VIEWS);
    await expect(compared.getByRole('row', { name: /^조회/ })).toContainText(`+${after - views}`);
    await expect(badge(page, '다시 정산 필요')).toBeVisible();
  });

  await test.step('a run shows its progress, and the figures are there', async () => {
    // Kept back for a moment, so that there is time to see what is shown while it runs.
    await page.route(new RegExp(`/settlement/days/${day}$`), async (route) => {
      await sleep(1000);
      await route.continue();
    });
    await button(page, '정산 실행').click();
    await expect(page.getByRole('progressbar')).toBeVisible(WITHIN);
    await expect(page.getByText(/만에 이벤트 .*개를 정산했고/)).toBeVisible(WITHIN);
    await page.unrouteAll({ behavior: 'wait' });
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await expect(badge(page, '다시 정산 필요')).toHaveCount(0);
    await expect(page.getByText(`조회 ${after.toLocaleString('ko')}회`, { exact: true })).toBeVisible();
  });

  await test.step('a line opens to how it is computed', async () => {
    await page.getByRole('table', { name: '정산 줄' }).locator('[data-opens-row]').first().click();
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByText(/누적 .* → /).first()).toBeVisible();
    await expect(sheet.getByText('=').first()).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('closing wants the day typed, and is final', async () => {
    await button(page, '마감').click();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog.getByRole('button', { name: '마감' })).toBeDisabled();
    await dialog.getByRole('textbox').fill(day);
    await dialog.getByRole('button', { name: '마감' }).click();
    await expect(page.getByText(/일을 마감했습니다/)).toBeVisible(WITHIN);
    await expect(dialog).toHaveCount(0);
    await expect(button(page, '정산 실행')).toHaveCount(0);
    await page.reload();
    await expect(page.getByText('이날의 줄은 다시 바뀌지 않습니다', { exact: false })).toBeVisible();
  });
});

test('the bar says how far a run has come', async ({ page, request }) => {
  const { day } = await firstOpenDay(request);
  await signInAs(page, '운영자');
  let done = 0;
  await page.route(new RegExp(`/api/v1/settlement/days/${day}$`), async (route) => {
    const answer = await route.fetch();
    const known = await answer.json();
    done = Math.min(8, done + 1);
    const run = {
      ...known.runs[0],
      state: 'running',
      kind: 'settle-day',
      progress: { done, of: 8, rows: done * 1000 },
    };
    await route.fulfill({ json: { ...known, running: true, runs: [run, ...known.runs.slice(1)] } });
  });
  await page.route(new RegExp(`/settlement/days/${day}/run$`), (route) =>
    route.fulfill({ status: 202, json: { day, queued: true } }),
  );
  await page.goto(`/settlement/days/${day}`);
  await button(page, '정산 실행').click();
  const bar = page.getByRole('progressbar');
  await expect(bar).toHaveAttribute('aria-valuenow', '25');
  await expect(bar).toHaveAttribute('aria-valuenow', '63');
  await expect(page.getByText('8단계 중', { exact: false })).toBeVisible();
});

test('a tariff is shown with what it changes before it is added', async ({ page }) => {
  await signInAs(page, '운영자');
  await page.goto('/settlement/tariffs');
  await expect(page.getByText('적용 중')).toBeVisible();
  await page.getByLabel('1번째 구간 단가(원)').first().fill('2.5');
  await expect(page.getByRole('row', { name: /^조회 / }).last()).toContainText('249,998.6');
  await page.getByLabel('1번째 구간 단가(원)').first().fill('2.55');
  await expect(page.getByText('구간은 1부터 시작해', { exact: false })).toBeVisible();
  await expect(button(page, '단가 추가')).toBeDisabled();
});
