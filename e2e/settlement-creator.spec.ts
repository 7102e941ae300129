import { expect, type Page, test } from '@playwright/test';
import type { LoggedEvent } from '@/lib/events/schema';
import type { Page as ApiPage } from '@/lib/kernel/page';
import type { LineList, Series } from '@/lib/settlement/line-schema';
import type { Statement, StatementLine } from '@/lib/settlement/statement-schema';
import { signInAs } from './sign-in';

/** Our own API with the session of the page, as its screens ask it. */
async function ask<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path);
  expect(answer.status()).toBe(200);
  return answer.json();
}

/** The statement of whoever is signed in that is worth most. */
async function largest(page: Page): Promise<Statement> {
  const { items } = await ask<ApiPage<Statement>>(page, '/api/v1/settlement/statements');
  const [statement] = items.toSorted((a, b) => b.total - a.total);
  if (!statement) throw new Error('the demo has no statement');
  return statement;
}

const won = (amount: number) => `₩${amount.toLocaleString('ko')}`;
const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
const totalOf = (page: Page, name: string) =>
  page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) });

test('a creator opens a statement down to an event and the rule that judged it', async ({ page }) => {
  await signInAs(page, '이하늘');
  await page.goto('/settlement/statements');
  const { items } = await ask<ApiPage<Statement>>(page, '/api/v1/settlement/statements');
  const [statement] = items.toSorted((a, b) => b.total - a.total);
  if (!statement) throw new Error('the demo has no statement');
  const listed = page
    .getByRole('table', { name: '명세서' })
    .getByRole('row')
    .nth(items.indexOf(statement) + 1);
  await expect(listed).toContainText(won(statement.net));

  await test.step('the statement: its sums are those of the API, and of its videos', async () => {
    await listed.getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`/settlement/statements/${statement.id}$`));
    await expect(rowOf(page, '총액')).toContainText(won(statement.total));
    await expect(rowOf(page, '실지급액')).toContainText(won(statement.net));
    expect(statement.total - statement.incomeTax - statement.localTax).toBe(statement.net);
    for (const format of ['CSV', 'XLSX', 'PDF'])
      await expect(page.getByRole('link', { name: `${format} 파일로 저장` })).toBeVisible();
  });

  const lines = await ask<ApiPage<StatementLine>>(page, `/api/v1/settlement/statements/${statement.id}/lines`);
  const [video] = lines.items;
  if (!video) throw new Error('the statement has no video');
  const month = await test.step('a video of it, line by line', async () => {
    await page.getByRole('table', { name: '영상별 금액' }).getByRole('row').nth(1).getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: video.title })).toBeVisible();
    await expect(totalOf(page, '합계')).toContainText(won(video.total));
    const query = `contentId=${video.contentId}&from=${statement.from}&to=${statement.to}`;
    const list = await ask<LineList>(page, `/api/v1/settlements/lines?${query}`);
    expect(list.items.reduce((sum, line) => sum + line.total, 0)).toBe(video.total);
    await expect(page.getByText(/^\d+회 × ₩10$/).first()).toBeVisible();
    return list;
  });

  await test.step('a day of it: the events behind the line, and what was refused by which rule', async () => {
    const line = month.items.toSorted((a, b) => b.viewsAfter - b.viewsBefore - (a.viewsAfter - a.viewsBefore))[0];
    if (!line) throw new Error('the video has no line');
    await page.locator(`a[href$="/days/${line.forDay}"]`).first().click();
    await expect(page).toHaveURL(new RegExp(`/settlement/videos/${video.contentId}/days/${line.forDay}$`));
    const [views, adViews] = [line.viewsAfter - line.viewsBefore, line.adViewsAfter - line.adViewsBefore];
    await expect(page.getByText(`조회 ${views}회, 광고 조회 ${adViews}회를 집계했습니다.`)).toBeVisible();
    const path = `/api/v1/events?day=${line.forDay}&contentId=${video.contentId}&type=view&outcome=counted&limit=200`;
    expect((await ask<ApiPage<LoggedEvent>>(page, path)).items).toHaveLength(views);
  });

  await test.step('one event, with the verdict and the rule', async () => {
    await page.getByRole('combobox', { name: '판정' }).click();
    await page.getByRole('option', { name: '제외' }).click();
    await expect(page).toHaveURL(/outcome=refused/);
    const events = page.getByRole('table', { name: '이날의 이벤트' });
    const verdict = events.getByRole('row').nth(1).getByRole('button').last();
    await verdict.focus();
    await expect(page.getByRole('tooltip')).toContainText('.');
    await expect(events).toContainText('시청자');
    await expect(events).not.toContainText('member-');
  });
});

test("a creator's amounts per week are the API's, and a week opens its videos", async ({ page }) => {
  await signInAs(page, '이하늘');
  const { from, to } = await largest(page);
  const series = await ask<Series>(page, `/api/v1/settlements/series?period=week&from=${from}&to=${to}`);
  const week = series.items[1];
  if (!week) throw new Error('a month has more weeks than one');
  await page.goto(`/settlement?period=week&range=custom&from=${from}&to=${to}&as=table`);
  await expect(totalOf(page, '합계').first()).toContainText(won(series.totals.total));
  const table = page.getByRole('region', { name: '주별 금액' }).getByRole('table');
  const row = table.getByRole('row').nth(series.items.length - 1);
  await expect(row).toContainText(won(week.total));
  await row.getByRole('button').click();
  await expect(page).toHaveURL(new RegExp(`date=${week.from}`));
  await expect(page.getByText(`합계 ${won(week.total)},`)).toBeVisible();
});

test("another creator's statement and video are not there", async ({ page }) => {
  await signInAs(page, '정다온');
  const statement = await largest(page);
  const [video] = (await ask<ApiPage<StatementLine>>(page, `/api/v1/settlement/statements/${statement.id}/lines`))
    .items;
  await page.context().clearCookies();
  await signInAs(page, '이하늘');
  for (const path of [`/settlement/statements/${statement.id}`, `/settlement/videos/${video?.contentId}`]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: '이 주소에는 아무것도 없습니다' })).toBeVisible();
  }
  const events = `/api/v1/events?day=${statement.from}&contentId=${video?.contentId}`;
  expect((await page.request.get(events)).status()).toBe(404);
});
