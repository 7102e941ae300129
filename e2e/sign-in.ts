import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

/** Signs in as one of the demo people, as a visitor does. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** A secret key of the app under test, with every scope. */
export const apiKey = () => readFileSync('test-results/e2e-key', 'utf8');
