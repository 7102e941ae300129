import { expect, test } from '@playwright/test';

const port = Number(process.env.E2E_PORT || 3411) + 1;

test('somebody named in ADMIN_EMAILS signs in with Google and is an admin, and out again', async ({ page }) => {
  await page.goto(`http://localhost:${port}/overview`);
  await expect(page).toHaveURL(/sign-in/);
  await page.getByRole('button', { name: /Google/ }).click();
  await expect(page).toHaveURL(`http://localhost:${port}/overview`);
  await expect(page.getByRole('heading', { name: '대시보드' })).toBeVisible();
  await page.getByRole('button', { name: /박대표/ }).click();
  await page.getByRole('menuitem', { name: /로그아웃/ }).click();
  await expect(page).toHaveURL(/sign-in/);
  await expect(page.getByRole('button', { name: /Google/ })).toBeVisible();
  await page.goto(`http://localhost:${port}/overview`);
  await expect(page).toHaveURL(/sign-in/);
});

test('with Google in place nobody may sign in as a demo person', async ({ request }) => {
  expect((await request.get(`http://localhost:${port}/api/demo-sign-in`)).status()).toBe(404);
});
