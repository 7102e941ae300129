import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { signInAs } from './sign-in';

let name = '';
test.beforeEach(() => {
  name = `가을 설문 ${Date.now()}`;
});
const REWARD = 987_000;

const picture = () =>
  sharp({ create: { width: 640, height: 360, channels: 3, background: '#c2410c' } })
    .png()
    .toBuffer();
const cardOf = (page: Page) => page.getByRole('article', { name });
const pageOf = async (browser: Browser, person: string) => {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, person);
  return page;
};
const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('an advertiser registers an ad with a picture; a member joins it once and is paid; the report shows it', async ({
  browser,
  page,
}) => {
  await signInAs(page, '최나래');
  await test.step('registers it, while what is typed is kept', () => register(page));

  const member = await pageOf(browser, '오세진');
  const before = await balanceOf(member);
  await member.goto('/join');
  const shown = cardOf(member).locator('img');
  await expect(shown).toBeVisible();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
  const second = await member.context().newPage();
  await second.goto('/join');
  await expect(cardOf(second)).toBeVisible();

  await test.step('the reward is on its way, and then there', async () => {
    // Kept back for a moment, so that there is time to see what is shown while the points are on their way.
    await member.route(/\/points$/, async (route) => {
      await sleep(1500);
      await route.continue();
    });
    await member.bringToFront();
    await cardOf(member).getByRole('button', { name: '참여하기' }).click();
    await expect(cardOf(member).getByRole('status')).toContainText('987,000포인트를 적립하고 있습니다');
    await expect(cardOf(member).getByRole('status')).toContainText('987,000포인트를 적립했습니다');
    await member.unroute(/\/points$/);
    expect(await balanceOf(member)).toBe(before + REWARD);
    await expect(member.getByRole('row').nth(1)).toContainText('987,000');
    await member.goto('/history');
    await expect(member.getByText(name)).toBeVisible();
  });

  await test.step('the second press is refused kindly', async () => {
    await second.bringToFront();
    await cardOf(second).getByRole('button', { name: '참여하기' }).click();
    await expect(cardOf(second).getByRole('status')).toContainText('이미 참여한 광고입니다');
  });

  await test.step('the report has the participation and the refusal', async () => {
    await page.reload();
    await expect(page.getByText('33.3% 참여')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: '이미 참여함' })).toContainText('1');
  });
});

async function register(page: Page): Promise<void> {
  await page.goto('/ads/new');
  await page.getByLabel('이름', { exact: true }).fill(name);
  await page.getByLabel('설명').fill('다섯 문항에 답해 주세요.');
  await page
    .getByLabel('이미지 올리기')
    .last()
    .setInputFiles({ name: 'autumn.png', mimeType: 'image/png', buffer: await picture() });
  await page.getByLabel('참여 1회당 포인트').fill(String(REWARD));
  await page.getByLabel('모집 인원').fill('3');
  await page.getByLabel('시작일', { exact: true }).fill(dayAfter(-1));
  await page.getByLabel('종료일', { exact: true }).fill(dayAfter(7));
  await expect(page.getByText(/저장됨/)).toBeVisible();
  // Nothing is lost when the page is: it is there again from the draft.
  await page.reload();
  await expect(page.getByLabel('이름', { exact: true })).toHaveValue(name);
  await expect(page.getByLabel('또는 https 주소')).toHaveValue(/\/assets\//);
  await page.getByRole('button', { name: '등록', exact: true }).click();
  await expect(page).toHaveURL(/\/ads\/\d+$/);
  await expect(page.getByText('진행 중')).toBeVisible();
}

async function balanceOf(page: Page): Promise<number> {
  await page.goto('/points');
  const shown = page.getByText('잔액', { exact: true }).locator('..');
  await expect(shown).toContainText(/\d/);
  return Number(((await shown.textContent()) ?? '').match(/[\d,]+/)?.[0].replaceAll(',', ''));
}

test('an ad is ended for good only by who types its name', async ({ page }) => {
  await signInAs(page, '최나래');
  await register(page);
  await page.getByRole('button', { name: '종료', exact: true }).click();
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  const confirm = dialog.getByRole('button', { name: /종료/ });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('textbox').fill(name);
  await confirm.click();
  await expect(page.getByText('광고를 종료했습니다')).toBeVisible();
});
