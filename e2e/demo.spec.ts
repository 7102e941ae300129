import { expect, type Page, test } from '@playwright/test';

// A headless browser names itself, and Boxoffice counts nothing that a known bot does.
test.use({
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
});

const log = (page: Page) => page.getByRole('region', { name: '보낸 것과 응답' });

/** The five sums of the log: received, counted, refused, duplicate, rejected. */
async function totals(page: Page): Promise<number[]> {
  const figures = await log(page).locator('dd').allTextContents();
  return figures.map((text) => Number(text.replaceAll(',', '')));
}

async function openDemo(page: Page): Promise<void> {
  await page.goto('/demo');
  await expect(page.getByRole('button', { name: '클릭', exact: true }).first()).toBeEnabled();
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

test('a visitor sees each rule at work: counted once, refused, duplicate, rejected', async ({ page }) => {
  await openDemo(page);
  await press(page, '빠르게 10번 클릭');
  await expect.poll(() => totals(page)).toEqual([10, 1, 9, 0, 0]);
  await expect(log(page).getByText('1초가 지나기 전에')).toBeVisible();

  await press(page, '마지막 묶음 다시 보내기');
  await expect.poll(() => totals(page)).toEqual([20, 1, 9, 10, 0]);

  await press(page, '없는 콘텐츠 클릭');
  await expect.poll(() => totals(page)).toEqual([21, 1, 9, 10, 1]);
  await expect(log(page).getByText('no-such-content')).toBeVisible();

  await press(page, '좋아요');
  await expect.poll(() => totals(page)).toEqual([22, 2, 9, 10, 1]);
});

test('the creator of a video cannot count a view of their own', async ({ page }) => {
  await openDemo(page);
  await page.getByRole('switch', { name: /본인으로 행동/ }).click();
  await press(page, '재생');
  await expect(log(page).getByText('만든 사람이 자기 콘텐츠를 재생했습니다')).toBeVisible();
});

test('what is clicked offline survives a reload and is counted when the network is back', async ({ page }) => {
  await openDemo(page);
  await page.getByRole('switch', { name: '오프라인으로 전환' }).click();
  await press(page, '클릭');
  await press(page, '좋아요');
  await expect(log(page).getByText('이벤트 2건이 이 브라우저에서 전송을 기다립니다')).toBeVisible();
  await expect(log(page).getByText('응답 없음')).toBeVisible();
  expect(await totals(page)).toEqual([0, 0, 0, 0, 0]);

  await page.reload();
  await expect.poll(() => totals(page)).toEqual([2, 2, 0, 0, 0]);
});

test('what is clicked while the page is left arrives by beacon, and once', async ({ page }) => {
  await openDemo(page);
  await press(page, '클릭');
  await page.goto('about:blank');
  await page.goto('/demo');
  // The next page sends the event again, for a beacon has no answer; that it is a duplicate shows that it had arrived.
  await expect.poll(() => totals(page)).toEqual([1, 0, 0, 1, 0]);
});

test('two tabs send their own events and none of the other', async ({ page, context }) => {
  await openDemo(page);
  const other = await context.newPage();
  await openDemo(other);
  await press(other, '클릭');
  await page.bringToFront();
  await press(page, '좋아요');
  await expect.poll(() => totals(page)).toEqual([1, 1, 0, 0, 0]);
  await expect.poll(() => totals(other)).toEqual([1, 1, 0, 0, 0]);
});
