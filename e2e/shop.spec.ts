import { type Browser, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { signInAs } from './sign-in';

/** The server sends mails and compiles in its own time. */
const WITHIN = { timeout: 60_000 };
const pageOf = async (browser: Browser, person: string) => {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, person);
  return page;
};
const cardOf = (page: Page, name: string) => page.getByRole('article', { name });

async function register(page: Page, name: string): Promise<void> {
  await page.goto('/products/new');
  await page.getByRole('button', { name: '등록' }).click();
  await expect(page.getByText('1~100자로 입력하세요'), 'says what is missing').toBeVisible(WITHIN);
  await page.getByLabel('이름').fill(name);
  await page.getByLabel('소개').fill('시험으로 파는 상품입니다.');
  await page.getByLabel('가격').fill('100');
  await page.getByLabel('재고').fill('2');
  const buffer = await sharp({ create: { width: 320, height: 180, channels: 3, background: '#0f766e' } })
    .png()
    .toBuffer();
  await page.getByLabel('이미지 올리기').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer });
  await expect(page.getByRole('button', { name: '다른 이미지 올리기' })).toBeVisible(WITHIN);
  await page.getByRole('button', { name: '등록' }).click();
  await page.waitForURL(/\/products\/\d+$/, WITHIN);
}

async function buy(page: Page, name: string): Promise<void> {
  await page.goto('/shop');
  await cardOf(page, name).getByRole('button', { name: '구매' }).click();
  await page.getByRole('button', { name: /P로 구매$/ }).click();
  await page.getByRole('link', { name: '교환권 열기' }).click(WITHIN);
  await page.waitForURL(/\/vouchers\//, WITHIN);
}

test('an admin registers a product, a member buys it, shows the voucher, staff redeem it once, and the mail lies in the outbox', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const name = `시험 티켓 ${Date.now()}`;
  await signInAs(page, '운영자');
  await register(page, name);
  const product = page.url();

  const member = await pageOf(browser, '김보라');
  await buy(member, name);
  await expect(member.getByRole('img', { name: /QR/ })).toBeVisible(WITHIN);
  await expect(member.getByText('사용 가능')).toBeVisible();
  const code = member.url().split('/').at(-1) ?? '';

  await page.goto(`/redeem?code=${code.toLowerCase()}`);
  await expect(page.getByRole('heading', { name })).toBeVisible(WITHIN);
  await page.getByRole('button', { name: '사용 처리' }).click();
  await expect(page.getByText('사용 처리했습니다.')).toBeVisible(WITHIN);
  await page.reload();
  await expect(page.getByRole('button', { name: '다음 교환권' })).toBeVisible(WITHIN);
  await expect(page.getByRole('button', { name: '사용 처리' })).toHaveCount(0);
  await expect(member.getByText('에 사용했습니다.'), 'the voucher tells it by itself').toBeVisible(WITHIN);

  await page.goto('/outbox');
  await page.getByRole('row').filter({ hasText: name }).first().getByRole('button').first().click();
  await expect(page.frameLocator('iframe').getByText(name).first()).toBeVisible(WITHIN);

  await test.step('another order is refunded, and the points are back', async () => {
    await buy(member, name);
    await expect(member.getByText('사용 가능')).toBeVisible(WITHIN);
    await page.goto(product);
    const row = page.getByRole('row').filter({ hasText: '사용 가능' });
    await row.getByRole('button', { name: '환불' }).click();
    await page.getByLabel('사유').fill('시험');
    await page.getByRole('dialog').getByRole('button', { name: '환불' }).click();
    await expect(page.getByText('취소됨')).toBeVisible(WITHIN);
    await expect(member.getByText('에 환불되어 쓸 수 없습니다.')).toBeVisible(WITHIN);
    await member.goto('/points');
    await expect(member.getByRole('row').nth(1)).toContainText('환불');
  });
  await member.context().close();
});
