import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { apiKey, signInAs } from './sign-in';

const clicks = async (page: Page) =>
  Number((await page.locator('dl dd').first().locator('span').first().textContent())?.replaceAll(',', ''));

/** As the README says it: curl, a key, events of now. */
function postWithCurl(baseURL: string, count: number): { counted: number } {
  const at = new Date().toISOString();
  const events = Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    type: 'click',
    contentId: 1,
    viewerId: `journey-${randomUUID()}-${n}`,
    at,
  }));
  const answer = execFileSync('curl', [
    '-sf',
    `${baseURL}/api/v1/events`,
    '-H',
    `Authorization: Bearer ${apiKey()}`,
    '-H',
    'content-type: application/json',
    '-d',
    JSON.stringify({ events }),
  ]);
  return JSON.parse(answer.toString());
}

test('an admin signs in, posts events with curl, presses Refresh and sees them counted', async ({ page, baseURL }) => {
  await signInAs(page, '운영자');
  await page.goto('/overview?range=7d');
  await expect(page.getByRole('heading', { name: '대시보드' })).toBeVisible();
  await page.getByRole('button', { name: /새로고침/ }).click();
  await expect(page.getByText(/새 이벤트/)).toBeVisible();
  const before = await clicks(page);
  expect(before).toBeGreaterThan(100);

  expect(postWithCurl(baseURL ?? '', 25).counted).toBe(25);
  expect(await clicks(page)).toBe(before);
  await page.keyboard.press('r');
  await expect(page.getByText('새 이벤트 25건')).toBeVisible();
  await expect.poll(() => clicks(page)).toBe(before + 25);
});

test('a figure opens: range to day to hour to the events and the rule behind each', async ({ page }) => {
  await signInAs(page, '운영자');
  await page.goto('/overview?range=7d&as=table');
  const day = page.getByRole('row').nth(2);
  const shown = (await day.getByRole('cell').first().textContent()) ?? '';
  await day.getByRole('link').click();
  await expect(page).toHaveURL(/\/overview\/days\/\d{4}-\d\d-\d\d/);
  await expect.poll(() => clicks(page)).toBe(Number(shown.replaceAll(',', '')));
  await page.getByRole('combobox', { name: '판정' }).click();
  await page.getByRole('option', { name: '제외' }).click();
  await expect(page).toHaveURL(/outcome=refused/);
  const verdict = page.getByRole('table', { name: '이날의 이벤트' }).getByRole('row').nth(1).getByRole('button').last();
  await verdict.hover();
  await expect(page.getByRole('tooltip')).toContainText(/집계|봇|좋아요|시각|콘텐츠/);
});

test('the CSV equals the table on the screen', async ({ page }) => {
  await signInAs(page, '운영자');
  await page.goto('/overview?range=30d&as=table');
  const rows = page.locator('tbody tr');
  await expect(rows).toHaveCount(30);
  await expect(rows.first(), 'the comparison is there too').not.toContainText('–');
  const cells = (await rows.first().getByRole('cell').allInnerTexts()).map((text) => text.replaceAll(',', ''));
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV로 저장' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const lines = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\n');
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(lines).toHaveLength(31);
  expect(lines[1]?.split(',').slice(1, 1 + cells.length)).toEqual(cells);
});

test('choosing a content of the Top 5 narrows the whole page, and the address keeps it', async ({ page }) => {
  await signInAs(page, '운영자');
  await page.goto('/overview?range=30d');
  const all = await clicks(page);
  await page.locator('ol li button').first().click();
  await expect(page).toHaveURL(/content=\d+/);
  await expect.poll(() => clicks(page)).toBeLessThan(all);
  const narrowed = await clicks(page);
  await page.reload();
  await expect.poll(() => clicks(page)).toBe(narrowed);
});

test('a refresh that fails says so and keeps the figures', async ({ page }) => {
  await signInAs(page, '운영자');
  await page.goto('/overview');
  const before = await clicks(page);
  await page.route('**/api/v1/stats/refresh', (route) => route.abort());
  await page.getByRole('button', { name: /새로고침/ }).click();
  await expect(page.getByText(/연결/).first()).toBeVisible();
  expect(await clicks(page)).toBe(before);
});

test('who is no admin is told so, and who is not signed in is led there and back', async ({ page }) => {
  await page.goto('/overview?range=7d');
  await expect(page).toHaveURL(/sign-in\?callbackUrl=/);
  await page.getByRole('button', { name: /김보라/ }).click();
  await expect(page).toHaveURL(/\/overview\?range=7d/);
  await expect(page.getByText(/운영자/).first()).toBeVisible();
  // A page, too, says by its status what became of it.
  expect((await page.request.get('/overview')).status()).toBe(403);
  expect((await page.request.get('/board/999999999')).status()).toBe(404);
  expect((await page.request.get('/api/v1/stats?from=2026-01-01&to=2026-01-02')).status()).toBe(403);
});
