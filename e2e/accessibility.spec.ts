import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { signInAs } from './sign-in';

/** The main pages of each role, by the name of one of the demo people. */
const PAGES: [who: string, role: string, paths: string[]][] = [
  ['운영자', 'an admin', ['/overview', '/overview?as=table', '/streaming', '/ads', '/settlement/days', '/abuse']],
  ['이하늘', 'a creator', ['/settlement', '/settlement/statements', '/streaming']],
  ['최나래', 'an advertiser', ['/ads', '/streaming/ad-videos']],
  ['김보라', 'a member', ['/board', '/ranking', '/join', '/shop', '/points']],
];

for (const [who, role, paths] of PAGES) {
  test(`axe finds nothing on the pages of ${role}, in light and dark`, async ({ page }) => {
    test.setTimeout(paths.length * 60_000);
    await signInAs(page, who);
    for (const path of paths) await expectNoFindings(page, path);
  });
}

test('axe finds nothing on the pages for everybody, in light and dark', async ({ page }) => {
  test.setTimeout(120_000);
  for (const path of ['/sign-in', '/docs']) await expectNoFindings(page, path);
});

/** All rules in light; in dark those of colours again, since the rest of the page is the same. */
async function expectNoFindings(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('main [aria-busy=true]')).toHaveCount(0, { timeout: 30_000 });
  const axe = () => new AxeBuilder({ page }).setLegacyMode();
  expect(told(await axe().analyze()), `${path} in light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(told(await axe().withRules('color-contrast').analyze()), `${path} in dark`).toEqual([]);
}

type Findings = Awaited<ReturnType<AxeBuilder['analyze']>>;

/** Each finding in a line: the rule and the element, with what axe says of it. */
const told = ({ violations }: Findings) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
